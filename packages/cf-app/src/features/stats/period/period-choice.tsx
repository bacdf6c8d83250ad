import type { DayRange } from '@layerkick/stats/query';
import { useT } from '#/features/i18n/use-t.ts';
import { PERIODS, type StatsSearch } from '../view/search.schema.ts';
import type { StatsView } from '../view/view.ts';
import { CustomDays } from './custom-days.tsx';
import { MenuLink } from './menu-link.tsx';
import { PERIOD_LABELS } from './period-words.ts';

interface PeriodChoiceProps {
  view: StatsView;
  search: StatsSearch;
  shown: DayRange | null;
}

/** Named periods, any days, and what counts in them. */
export function PeriodChoice({ view, search, shown }: PeriodChoiceProps) {
  const t = useT();
  return (
    <>
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
    </>
  );
}
