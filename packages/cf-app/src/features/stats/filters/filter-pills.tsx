import { SlidersHorizontal, X } from 'lucide-react';
import { rich } from '#/features/i18n/rich.tsx';
import { useT } from '#/features/i18n/use-t.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';
import { filterKey, withoutFilter, withoutFilters } from '../view/filters.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { viewOf } from '../view/view.ts';
import { ViewLink } from '../view/view-link.tsx';
import { AddFilter, EditFilter } from './add-filter.tsx';
import { filterName, type Names } from './filter-name.ts';
import { alternatives, OP_SENTENCES } from './filter-sentence.ts';

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
        const { dimension, op, values } = filter;
        const said = {
          dimension: t(DIMENSION_WORDS[dimension].label),
          values: alternatives(
            values.map((value) => filterName(dimension, value, names, t)),
            t,
          ),
        };
        const sentence = OP_SENTENCES[op];
        return (
          <span key={filterKey(dimension, op)} className="pill" data-filter={filterKey(dimension, op)}>
            <EditFilter slug={slug} search={search} filter={filter}>
              {rich(t, sentence, { ...said, b: <b /> })}
            </EditFilter>
            <ViewLink
              search={withoutFilter(search, filter)}
              aria-label={t('Remove the filter “{filter}”', {
                filter: t(sentence, said).replaceAll(/<\/?b>/g, ''),
              })}
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
