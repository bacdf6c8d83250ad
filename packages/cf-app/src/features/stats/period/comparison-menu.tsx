import type { Baseline, DayRange } from '@layerkick/stats/query';
import { ChevronDown } from 'lucide-react';
import type { StatsSearch } from '../view/search.schema.ts';
import type { StatsView } from '../view/view.ts';
import { CustomDays } from './custom-days.tsx';
import { MenuLink } from './menu-link.tsx';
import { comparisonLabel } from './period-words.ts';

interface ComparisonMenuProps {
  view: StatsView;
  search: StatsSearch;
  /** The days that choosing others begins with. */
  compared: DayRange | null;
}

const CHOICES: readonly {
  readonly baseline: Extract<Baseline, string>;
  readonly compare: StatsSearch['compare'];
}[] = [
  { baseline: 'previous', compare: undefined },
  { baseline: 'previous_year', compare: 'year' },
  { baseline: 'matching_weekdays', compare: 'weekdays' },
];

export function ComparisonMenu({ view, search, compared }: ComparisonMenuProps) {
  // There is nothing before everything.
  if (view.period === 'all' && view.compare === null) return null;
  const plain = { ...search, compare_from: undefined, compare_to: undefined };
  return (
    <>
      <button type="button" className="button" popoverTarget="comparison-menu">
        <span className="sr-only">Comparison: </span>
        {view.compare === null ? (
          'No comparison'
        ) : (
          <>
            <span className="max-phone:hidden">vs {comparisonLabel(view.compare, view)}</span>
            <span className="phone:hidden">
              vs {SHORT[typeof view.compare === 'string' ? view.compare : 'days']}
            </span>
          </>
        )}
        <ChevronDown size={14} aria-hidden />
      </button>
      <div id="comparison-menu" popover="auto" data-side="end" className="floating w-64 p-1.5">
        <nav aria-label="Comparison">
          {CHOICES.map(({ baseline, compare }) => (
            <MenuLink key={baseline} search={{ ...plain, compare }} current={view.compare === baseline}>
              {capitalised(comparisonLabel(baseline, view))}
            </MenuLink>
          ))}
          <MenuLink search={{ ...plain, compare: 'none' }} current={view.compare === null}>
            No comparison
          </MenuLink>
        </nav>
        <CustomDays
          names={['compare_from', 'compare_to']}
          without={['compare']}
          search={search}
          shown={compared}
        />
      </div>
    </>
  );
}

const SHORT = {
  previous: 'previous',
  previous_year: 'last year',
  matching_weekdays: 'weekdays',
  days: 'other days',
} as const;

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
