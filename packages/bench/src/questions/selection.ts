import type { DayRange, Filter } from '@layerkick/stats/query';
import { dayAt, DAYS } from '../history/history.ts';
import { COUNTRIES, DEVICES } from '../history/shop.ts';

/** What a question is asked about. */
export interface Selection {
  readonly id: 'all' | 'filtered';
  readonly range: DayRange;
  readonly filters: readonly Filter[];
  /** The same as SQL over raw events. Its values are this file's own. */
  readonly where: string;
}

/** 30 of the 90 days, with as many before to compare with. */
export const RANGE: DayRange = { from: dayAt(DAYS - 45), to: dayAt(DAYS - 16) };
/** After all of it. */
export const NOW = Date.parse(`${dayAt(DAYS)}T12:00:00Z`);

const [country = ''] = COUNTRIES;
const [device = ''] = DEVICES;
const days = `day BETWEEN ${numberOf(RANGE.from)} AND ${numberOf(RANGE.to)}`;

export const SELECTIONS: readonly Selection[] = [
  { id: 'all', range: RANGE, filters: [], where: days },
  {
    id: 'filtered',
    range: RANGE,
    filters: [
      { dimension: 'country', op: 'is', values: [country] },
      { dimension: 'device', op: 'is', values: [device] },
    ],
    where: `${days} AND country = '${country}' AND device = '${device}'`,
  },
];

function numberOf(day: string): number {
  return Number(day.replaceAll('-', ''));
}
