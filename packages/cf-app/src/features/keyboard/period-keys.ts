import { addDays, countDays } from '@layerkick/stats/calendar';
import type { DayRange } from '@layerkick/stats/query';
import { msg, type Phrase } from '#/features/i18n/translate.ts';
import type { NamedPeriod, StatsSearch } from '#/features/stats/view/search.schema.ts';

/** Keys that choose a period. */
export const PERIOD_KEYS: Readonly<Record<string, NamedPeriod>> = {
  d: 'today',
  e: 'yesterday',
  w: '7d',
  f: '28d',
  t: '30d',
  n: '90d',
  m: 'month',
  p: 'last_month',
  q: 'quarter',
  y: 'year',
  a: 'all',
};

/** The other keys of a store's page, for the list. */
export const OTHER_KEYS: readonly { readonly keys: readonly string[]; readonly says: Phrase }[] = [
  { keys: ['X'], says: msg('Compare, or do not') },
  { keys: ['←', '→'], says: msg('The days before, the days after') },
  { keys: ['S'], says: msg('On the chart: say what happened') },
];

/**
 * The page's state after a key; null where the key means nothing.
 *
 * @param shown the days on the page, which arrows go on from
 */
export function stateAfter(key: string, search: StatsSearch, shown: DayRange | null): StatsSearch | null {
  const period = PERIOD_KEYS[key.toLowerCase()];
  if (period !== undefined) return withPeriod(search, period);
  if (key.toLowerCase() === 'x') return withComparison(search);
  if (key === 'ArrowLeft') return shifted(search, shown, -1);
  if (key === 'ArrowRight') return shifted(search, shown, 1);
  return null;
}

export function withPeriod(search: StatsSearch, period: NamedPeriod): StatsSearch {
  return { ...search, period: period === '30d' ? undefined : period, from: undefined, to: undefined };
}

export function withComparison(search: StatsSearch): StatsSearch {
  const compares = search.compare !== 'none';
  return {
    ...search,
    compare: compares ? 'none' : undefined,
    compare_from: undefined,
    compare_to: undefined,
  };
}

function shifted(search: StatsSearch, shown: DayRange | null, way: 1 | -1): StatsSearch | null {
  if (shown === null) return null;
  const days = way * countDays(shown.from, shown.to);
  return { ...search, period: undefined, from: addDays(shown.from, days), to: addDays(shown.to, days) };
}
