import type { DayRange } from '@layerkick/stats/query';
import { CalendarDays, Check, ChevronDown } from 'lucide-react';
import { PERIODS, type StatsSearch } from '../view/search.schema.ts';
import type { StatsView } from '../view/view.ts';
import { ViewLink } from '../view/view-link.tsx';
import { CustomDays } from './custom-days.tsx';
import { comparisonLabel, PERIOD_LABELS, periodLabel } from './period-words.ts';

interface PeriodPickerProps {
  view: StatsView;
  search: StatsSearch;
  /** The days that are shown, which choosing others begins with. */
  shown: DayRange | null;
}

export function PeriodPicker({ view, search, shown }: PeriodPickerProps) {
  return (
    <div className="joined">
      <button type="button" className="button" popoverTarget="period-menu">
        <CalendarDays size={16} aria-hidden className="max-phone:hidden" />
        <span className="sr-only">Period: </span>
        {periodLabel(view)}
        <ChevronDown size={14} aria-hidden />
      </button>
      <div id="period-menu" popover="auto" data-side="end" className="floating w-64 p-1.5">
        <nav aria-label="Period">
          {PERIODS.map((period) => (
            <MenuLink
              key={period}
              search={{
                ...search,
                period: period === '30d' ? undefined : period,
                from: undefined,
                to: undefined,
              }}
              current={view.period === period}
            >
              {PERIOD_LABELS[period]}
            </MenuLink>
          ))}
        </nav>
        <CustomDays search={search} shown={shown} />
      </div>
      <button type="button" className="button" popoverTarget="comparison-menu">
        <span className="sr-only">Comparison: </span>
        {view.compare ? (
          <>
            <span className="max-phone:hidden">vs {comparisonLabel(view)}</span>
            <span className="phone:hidden">vs previous</span>
          </>
        ) : (
          <>No comparison</>
        )}
        <ChevronDown size={14} aria-hidden />
      </button>
      <div id="comparison-menu" popover="auto" data-side="end" className="floating w-56 p-1.5">
        <nav aria-label="Comparison">
          <MenuLink search={{ ...search, compare: undefined }} current={view.compare}>
            {capitalised(comparisonLabel(view))}
          </MenuLink>
          <MenuLink search={{ ...search, compare: 'none' }} current={!view.compare}>
            No comparison
          </MenuLink>
        </nav>
      </div>
    </div>
  );
}

function MenuLink({
  search,
  current,
  children,
}: {
  search: StatsSearch;
  current: boolean;
  children: string;
}) {
  return (
    <ViewLink search={search} className="menu-item" aria-current={current ? 'true' : undefined}>
      {children}
      {current ? <Check size={14} aria-hidden className="ms-auto text-accent" /> : null}
    </ViewLink>
  );
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
