import { SlidersHorizontal, X } from 'lucide-react';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { filterKey, withoutFilter, withoutFilters } from '../view/filters.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { viewOf } from '../view/view.ts';
import { ViewLink } from '../view/view-link.tsx';
import { AddFilter, EditFilter } from './add-filter.tsx';
import type { Names } from './filter-name.ts';
import { OP_SENTENCES } from './filter-sentence.ts';
import { filterText, filterWords } from './filter-words.ts';

interface FilterPillsProps {
  slug: string;
  search: StatsSearch;
  names: Names;
}

/** What the whole page is narrowed to, as sentences, and the way to narrow it more. */
export function FilterPills({ slug, search, names }: FilterPillsProps) {
  const t = useT();
  const { filters, bots } = viewOf(search);
  return (
    <nav className="pills" aria-label={t('Filters')}>
      {filters.map((filter) => {
        const key = filterKey(filter.dimension, filter.op);
        return (
          <span key={key} className="pill" data-filter={key}>
            <EditFilter slug={slug} search={search} filter={filter}>
              {rich(t, OP_SENTENCES[filter.op], { ...filterWords(filter, names, t), b: <b /> })}
            </EditFilter>
            <ViewLink
              search={withoutFilter(search, filter)}
              aria-label={t('Remove the filter “{filter}”', { filter: filterText(filter, names, t) })}
            >
              <X size={14} aria-hidden />
            </ViewLink>
          </span>
        );
      })}
      {bots ? (
        <span className="pill" data-filter="bots">
          <b>{t('Bots count, too')}</b>
          <ViewLink search={{ ...search, bots: undefined }} aria-label={t('Leave bots out again')}>
            <X size={14} aria-hidden />
          </ViewLink>
        </span>
      ) : null}
      <AddFilter slug={slug} search={search} />
      {filters.length > 1 ? (
        <ViewLink search={withoutFilters(search)} className="button h-7 px-2" data-look="quiet">
          {t('Clear all')}
        </ViewLink>
      ) : null}
      <ViewLink search={{ ...search, show: 'cards' }} className="button ms-auto h-7 px-2" data-look="quiet">
        <SlidersHorizontal size={14} aria-hidden />
        {t('Cards')}
      </ViewLink>
    </nav>
  );
}
