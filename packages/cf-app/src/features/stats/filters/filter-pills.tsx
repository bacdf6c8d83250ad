import { X } from 'lucide-react';
import type { Answers } from '../answers.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';
import { filterKey, withoutFilter, withoutFilters } from '../view/filters.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { viewOf } from '../view/view.ts';
import { ViewLink } from '../view/view-link.tsx';
import { AddFilter } from './add-filter.tsx';
import { filterName } from './filter-name.ts';
import { alternatives, OP_WORDS } from './filter-sentence.ts';

interface FilterPillsProps {
  slug: string;
  search: StatsSearch;
  answers: Answers | null;
}

/** What the whole page is narrowed to, as sentences, and the way to narrow it more. */
export function FilterPills({ slug, search, answers }: FilterPillsProps) {
  const { filters, bots } = viewOf(search);
  return (
    <nav className="pills" aria-label="Filters">
      {filters.map((filter) => {
        const { dimension, op, values } = filter;
        const { label } = DIMENSION_WORDS[dimension];
        const name = alternatives(values.map((value) => filterName(dimension, value, answers)));
        return (
          <span key={filterKey(dimension, op)} className="pill" data-filter={filterKey(dimension, op)}>
            <span>
              {label} {OP_WORDS[op]} <b>{name}</b>
            </span>
            <ViewLink
              search={withoutFilter(search, filter)}
              aria-label={`Remove the filter “${label} ${OP_WORDS[op]} ${name}”`}
            >
              <X size={14} aria-hidden />
            </ViewLink>
          </span>
        );
      })}
      {bots ? (
        <span className="pill" data-filter="bots">
          <b>Bots count, too</b>
          <ViewLink search={{ ...search, bots: undefined }} aria-label="Leave bots out again">
            <X size={14} aria-hidden />
          </ViewLink>
        </span>
      ) : null}
      <AddFilter slug={slug} search={search} />
      {filters.length > 1 ? (
        <ViewLink search={withoutFilters(search)} className="button h-7 px-2" data-look="quiet">
          Clear all
        </ViewLink>
      ) : null}
    </nav>
  );
}
