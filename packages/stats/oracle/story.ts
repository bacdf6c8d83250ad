import { event, type ReceivedBatch } from '../src/event.ts';
import { eventTime } from '../src/event-time.ts';
import { type LedgerEntry, ledgerEntry, type LedgerEntryInput } from '../src/orders/ledger-entry.ts';
import type { CohortsQuery } from '../src/cohorts.ts';
import type { FunnelQuery } from '../src/funnel.ts';
import type { StatsQuery } from '../src/query.ts';
import type { RealtimeQuery } from '../src/realtime.ts';
import { ARRIVALS } from './arrivals.ts';

/** What happens to a store, in this order, and what is asked about it. Short, since it is what a failure shows. */
export interface Story {
  readonly timeZone: string;
  readonly steps: readonly Step[];
  readonly questions: readonly StatsQuery[];
  readonly funnels: readonly FunnelQuery[];
  readonly cohorts: readonly CohortsQuery[];
  readonly realtimes: readonly RealtimeQuery[];
  /** When they are asked, ISO. */
  readonly now: string;
}

export type Step =
  | { readonly batch: ToldBatch }
  | { readonly says: readonly LedgerEntryInput[] }
  /**
   * What was received is counted; all is counted anew; the object is stopped; the questions are asked already now; years
   * go by, after which nobody is recognised and no batch is known any more.
   */
  | 'count'
  | 'rebuild'
  | 'stop'
  | 'ask'
  | 'pass';

export interface ToldBatch {
  readonly id: string;
  readonly from: keyof typeof SENDERS;
  readonly country: string;
  /** ISO time of the first event. */
  readonly at: string;
  readonly events: readonly ToldEvent[];
  /** How long after the last event it arrives, minutes. */
  readonly late: number;
  /** How far the sender's clock is ahead, minutes. */
  readonly skew: number;
  /**
   * Whether a sender that has seen no answer sends again, at last from another address: some seconds later, which it is
   * told by, or at once, when the first one may still be on its way.
   */
  readonly again: 'never' | 'later' | 'at once';
}

export interface ToldEvent {
  /** Since the one before, ms. */
  readonly pause: number;
  readonly path: string;
  /** Of `ARRIVALS`. */
  readonly arrival: number;
  readonly what: Readonly<Record<string, unknown>>;
}

/** Two of them share an address. */
export const SENDERS = {
  ann: { ip: '192.0.2.1', userAgent: 'Firefox', device: 'desktop', bot: null },
  ben: { ip: '192.0.2.2', userAgent: 'Safari', device: 'mobile', bot: null },
  cy: { ip: '192.0.2.1', userAgent: 'Safari', device: 'mobile', bot: null },
  robot: { ip: '192.0.2.3', userAgent: 'Robot', device: '', bot: 'crawler' },
} as const;

const MINUTE = 60_000;

/**
 * A batch as the collector would hand it on: with times told by the sender's clock put right by ours. `passed` says how
 * often years have gone by before it came: truly, its sender is somebody else then.
 */
export function receivedBatch(
  told: ToldBatch,
  passed: number,
): { received: ReceivedBatch; true: ReceivedBatch } {
  const { ip, userAgent, device, bot } = SENDERS[told.from];
  const skew = told.skew * MINUTE;
  let at = Date.parse(told.at);
  const happened = told.events.map((one) => ({ ...one, at: (at += one.pause) }));
  const received = at + told.late * MINUTE;
  const batch = (time: (trueTime: number) => number, who: string): ReceivedBatch => ({
    batch: `${passed}${told.id.slice(1)}`,
    received,
    events: happened.map(({ at: trueTime, path, arrival, what }) => {
      const { query = '', referrer } = ARRIVALS[arrival] ?? {};
      return event.parse({
        name: 'page_view',
        ...what,
        at: time(trueTime),
        url: `https://shop.example${path}${query}`,
        referrer,
      });
    }),
    rejected: [],
    visitor: { ip: who, userAgent },
    place: { country: told.country, region: '', city: told.country === 'DE' ? 'Bonn' : '' },
    client: { device, browser: userAgent, system: '' },
    bot,
  });
  return {
    received: batch((trueTime) => eventTime({ received, sent: received + skew, at: trueTime + skew }), ip),
    true: batch((trueTime) => trueTime, `${ip}, ${passed} times later`),
  };
}

export function recordedEntries(entries: readonly LedgerEntryInput[]): LedgerEntry[] {
  return entries.map((entry) => ledgerEntry.parse(entry));
}
