import { X } from 'lucide-react';
import type { Answers } from '../answers.ts';
import { DIMENSION_WORDS } from '../view/dimension-words.ts';
import { FILTERS, type StatsSearch } from '../view/search.schema.ts';
import { viewOf } from '../view/view.ts';
import { filterName } from './filter-name.ts';
import { ViewLink } from '../view/view-link.tsx';

/** What the whole page is narrowed to, as sentences. */
export function FilterPills({ search, answers }: { search: StatsSearch; answers: Answers | null }) {
  const { filters } = viewOf(search);
  if (filters.length === 0) return null;
  return (
    <nav className="pills" aria-label="Filters">
      {filters.map((filter) => {
        const name = filterName(filter, answers);
        const label = DIMENSION_WORDS[filter.dimension].label;
        return (
          <span key={filter.dimension} className="pill" data-filter={filter.dimension}>
            <span>
              {label} is <b>{name}</b>
            </span>
            <ViewLink
              search={{ ...search, [filter.dimension]: undefined }}
              aria-label={`Remove the filter “${label} is ${name}”`}
            >
              <X size={14} aria-hidden />
            </ViewLink>
          </span>
        );
      })}
      {filters.length > 1 ? (
        <ViewLink search={withoutFilters(search)} className="button h-7 px-2" data-look="quiet">
          Clear all
        </ViewLink>
      ) : null}
    </nav>
  );
}

function withoutFilters(search: StatsSearch): StatsSearch {
  return { ...search, ...Object.fromEntries(FILTERS.map((dimension) => [dimension, undefined])) };
}
