import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu } from '#/components/menu.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { filterKey, type ViewFilter } from '../view/filters.ts';
import type { StatsSearch } from '../view/search.schema.ts';

const loadForm = async () => (await import('./filter-form.tsx')).FilterForm;

interface OfPage {
  slug: string;
  search: StatsSearch;
}

/** Any condition, without a row that has it. */
export function AddFilter(given: OfPage) {
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
      given={given}
      fresh
    />
  );
}

/** A condition of the page in words, which opens it to be changed. */
export function EditFilter({
  filter,
  children,
  ...page
}: OfPage & { filter: ViewFilter; children: ReactNode }) {
  const t = useT();
  return (
    <Menu
      id={`filter-${filterKey(filter.dimension, filter.op)}`}
      button={{ title: t('Change this filter'), children }}
      className="filter-form"
      load={loadForm}
      given={{ ...page, begin: filter }}
      fresh
    />
  );
}
