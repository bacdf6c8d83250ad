import { ListFilter } from 'lucide-react';
import { Menu } from '#/components/menu.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import type { StatsSearch } from '../view/search.schema.ts';

const loadForm = async () => (await import('./filter-form.tsx')).FilterForm;

/** Any condition, without a row that has it. */
export function AddFilter({ slug, search }: { slug: string; search: StatsSearch }) {
  const t = useT();
  return (
    <Menu
      id="filter-form"
      button={{
        className: 'button h-7 px-2',
        'data-look': 'quiet',
        children: (
          <>
            <ListFilter size={14} aria-hidden />
            {t('Add filter')}
          </>
        ),
      }}
      className="filter-form"
      load={loadForm}
      given={{ slug, search }}
      fresh
    />
  );
}
