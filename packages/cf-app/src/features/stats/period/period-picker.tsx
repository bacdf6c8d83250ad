import type { DayRange } from '@layerkick/stats/query';
import { CalendarDays, ChevronDown } from 'lucide-react';
import { useT } from '#/features/i18n/use-t.ts';
import { PERIODS, type StatsSearch } from '../view/search.schema.ts';
import type { StatsView } from '../view/view.ts';
import { ComparisonMenu } from './comparison-menu.tsx';
import { CustomDays } from './custom-days.tsx';
import { MenuLink } from './menu-link.tsx';
import { PERIOD_LABELS, periodLabel } from './period-words.ts';

interface PeriodPickerProps {
  view: StatsView;
  search: StatsSearch;
  /** The days that are shown, which choosing others begins with. */
  shown: DayRange | null;
  /** The days that they are compared with. */
  compared: DayRange | null;
}

export function PeriodPicker({ view, search, shown, compared }: PeriodPickerProps) {
  const t = useT();
  return (
    <div className="joined">
      <button type="button" className="button" popoverTarget="period-menu">
        <CalendarDays size={16} aria-hidden className="max-phone:hidden" />
        <span className="sr-only">{t('Period:')} </span>
        {periodLabel(view, t)}
        <ChevronDown size={14} aria-hidden />
      </button>
      <div id="period-menu" popover="auto" data-side="end" className="floating w-80 p-1.5">
        <nav aria-label={t('Period')} className="grid grid-cols-2">
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
              {t(PERIOD_LABELS[period])}
            </MenuLink>
          ))}
        </nav>
        <CustomDays names={['from', 'to']} without={['period']} search={search} shown={shown} />
        <nav aria-label={t('What counts')} className="mt-1.5 border-t border-line pt-1.5">
          <MenuLink search={{ ...search, bots: view.bots ? undefined : true }} current={view.bots}>
            {t('Count bots, too')}
          </MenuLink>
        </nav>
      </div>
      <ComparisonMenu view={view} search={search} compared={compared ?? shown} />
    </div>
  );
}
