import { dayFromNumber } from '@layerkick/stats/calendar';
import type { Random } from './random.ts';

/** How many people come on a day, how willing they are to buy, and why. */
export interface Demand {
  /** Sessions of people. */
  readonly sessions: number;
  /** Times the usual share of sessions with an order. */
  readonly willingness: number;
  /** Taken off every price, as a fraction. */
  readonly discount: number;
  /** `utm_campaign` of the campaign that runs; null on ordinary days. */
  readonly campaign: string | null;
}

/** Sunday first. */
const WEEKDAY = [1.18, 1.05, 0.98, 0.95, 1, 0.88, 0.96];

/** Every quarter has one campaign and one bad week, so that each of the last 90 days' stories can be seen. */
const QUARTER_DAYS = 91;
const CAMPAIGN = { from: 7, to: 15 };
const BAD_WEEK = { from: 65, to: 71 };
const CAMPAIGNS = ['winter-glow', 'spring-table', 'summer-linen', 'autumn-wool'];

/** 2026-11-21, on which `sessionsPerDay` is what is usual. */
const ANCHOR_DAY = 20_778;

/** The demand of a day, `day` counted from 1970-01-01. Depends on nothing else, so that any stretch can be made anew. */
export function demandOn(day: number, sessionsPerDay: number, random: Random): Demand {
  const phase = ((day % QUARTER_DAYS) + QUARTER_DAYS) % QUARTER_DAYS;
  const running = phase >= CAMPAIGN.from && phase <= CAMPAIGN.to;
  const bad = phase >= BAD_WEEK.from && phase <= BAD_WEEK.to;
  const growth = Math.min(Math.max(1 + (day - ANCHOR_DAY) * 0.0022, 0.7), 1.5);
  const weekday = WEEKDAY[(day + 4) % 7] ?? 1;
  const chance = 0.92 + random.next() * 0.16;
  return {
    sessions: Math.round(
      sessionsPerDay * growth * weekday * chance * (running ? 1.45 : 1) * (bad ? 0.72 : 1),
    ),
    willingness: bad ? 0.55 : running ? 1.1 : 1,
    discount: running ? 0.15 : 0,
    campaign: running ? campaignOf(day) : null,
  };
}

function campaignOf(day: number): string {
  const [year = '', month = '1'] = dayFromNumber(day).split('-');
  return `${CAMPAIGNS[Math.floor((Number(month) % 12) / 3)] ?? 'sale'}-${year}`;
}

/** Share of a day's visits by local hour. */
export const HOURS: readonly { readonly hour: number; readonly weight: number }[] = [
  1, 0.5, 0.3, 0.2, 0.2, 0.4, 1, 2, 3, 3.6, 4, 4.2, 4.4, 4.2, 4, 4, 4.2, 4.8, 5.6, 6.6, 7.2, 6.8, 5, 2.6,
].map((weight, hour) => ({ hour, weight }));
