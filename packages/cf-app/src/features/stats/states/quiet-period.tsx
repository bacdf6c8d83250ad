import { addDays } from '@layerkick/stats/calendar';
import type { StatsAnswer } from '@layerkick/stats/query';
import { useT } from '#/features/i18n/use-t.ts';
import { dayAt, formatRange } from '../format/day.ts';
import { quietSince } from './quiet-since.ts';
import type { StatsSearch } from '../view/search.schema.ts';
import { ViewLink } from '../view/view-link.tsx';

/** Where all that the store knows lies before the period: the way to it. */
export function QuietPeriod({ answer, search }: { answer: StatsAnswer; search: StatsSearch }) {
  const t = useT();
  const last = quietSince(answer);
  if (last === null) return null;
  const presentYear = dayAt(answer.freshness.answeredAt, answer.query.timeZone).slice(0, 4);
  const days = { from: addDays(last, -29), to: last };
  return (
    <p className="quiet-period">
      {t('Nothing has come in since {day}.', { day: formatRange({ from: last, to: last }, presentYear, t) })}{' '}
      <ViewLink search={{ ...search, ...days, period: undefined }} className="text-link">
        {t('Show the 30 days until then')}
      </ViewLink>
    </p>
  );
}
