import { dayFromNumber, dayNumber } from '@layerkick/stats/calendar';
import { TimeZone } from '@layerkick/stats/time-zone';
import { batchesOfDay, type DemoBusiness, LATEST_REFUND_DAYS } from './history/day.ts';
import { MARKETS } from './history/markets.ts';
import type { ReplayBatch } from './replay.schema.ts';
import { demoShop } from './shops/demo-shops.ts';

export interface DemoHistoryRange {
  /** A demo store's slug. */
  readonly store: string;
  /** Epoch ms; what was received from here on … */
  readonly from: number;
  /** … and before this. Give the present, and nothing lies in the future. */
  readonly until: number;
  /** When the store's history begins, epoch ms; default `from`. Nothing refers to anything that was before. */
  readonly since?: number;
}

const SESSIONS_PER_DAY: Readonly<Record<string, number>> = { fmdf: 330, northwind: 90 };
const DAY_MS = 86_400_000;

/**
 * What shops of this kind would have sent, in the order of time. Every day depends on the store and the date alone:
 * stretches that follow each other make one history, and a stretch told twice has the same batch ids.
 * Stores without a history yield nothing.
 */
export function* demoHistory({ store, from, until, since = from }: DemoHistoryRange): Iterable<ReplayBatch> {
  const business = businessOf(store);
  if (!business) return;
  const zone = TimeZone.of(business.shop.timeZone);
  const firstDay = dayNumber(zone.dayOf(Math.max(since, from - (LATEST_REFUND_DAYS + 1) * DAY_MS)));
  const lastDay = dayNumber(zone.dayOf(until));
  let waiting: ReplayBatch[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    waiting.push(
      ...batchesOfDay(business, day).filter(({ received }) => received >= from && received < until),
    );
    // Visits run past midnight and refunds come later: only what no other day can precede is due.
    const end = zone.endOfDay(dayFromNumber(day));
    yield* waiting.filter(({ received }) => received < end).toSorted(byTime);
    waiting = waiting.filter(({ received }) => received >= end);
  }
  yield* waiting.toSorted(byTime);
}

function businessOf(store: string): DemoBusiness | null {
  const shop = demoShop(store);
  const sessionsPerDay = SESSIONS_PER_DAY[store];
  const places = MARKETS[store];
  return shop && sessionsPerDay && places ? { shop, sessionsPerDay, places } : null;
}

function byTime(a: ReplayBatch, b: ReplayBatch): number {
  return a.received - b.received;
}
