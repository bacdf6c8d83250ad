import { ListFilter } from 'lucide-react';
import { lazy, Suspense, useState, type SyntheticEvent } from 'react';
import { useT } from '#/features/i18n/use-t.ts';
import type { StatsSearch } from '../view/search.schema.ts';

// Filters mostly come from rows: what else makes one is loaded when it is asked for.
const FilterForm = lazy(async () => ({ default: (await import('./filter-form.tsx')).FilterForm }));

/** Any condition, without a row that has it. */
export function AddFilter({ slug, search }: { slug: string; search: StatsSearch }) {
  const t = useT();
  const [open, setOpen] = useState(false);

  function follow(event: SyntheticEvent<HTMLElement>) {
    setOpen(event.currentTarget.matches(':popover-open'));
  }

  return (
    <>
      <button type="button" className="button h-7 px-2" data-look="quiet" popoverTarget="filter-form">
        <ListFilter size={14} aria-hidden />
        {t('Add filter')}
      </button>
      <div id="filter-form" popover="auto" onToggle={follow} className="floating filter-form">
        {open ? (
          <Suspense fallback={<output>{t('Loading…')}</output>}>
            <FilterForm slug={slug} search={search} />
          </Suspense>
        ) : null}
      </div>
    </>
  );
}
