import { VISIT_GAP_MS } from './days/visit-gap.ts';
import type { LoggedBatch, LoggedEvent } from './log/logged-batch.ts';
import { pageOf } from './page.ts';
import { placeInStore } from './shards/shard.ts';
import type { TimeZone } from './time-zone.ts';

/** Places in the id of an event for the at most 50 events of a batch. */
export const EVENTS_PER_BATCH = 64;

/** An event of the log, placed on the store's calendar. */
export interface FoldedEvent {
  readonly id: number;
  /** The same whenever the event came, unlike its id. */
  readonly key: string;
  /** Epoch ms. */
  readonly at: number;
  readonly day: string;
  readonly page: string;
  /** The sender's hash. */
  readonly visitor: string;
  /** The same sender's hash of the day before, where that is known and a visit may go on from there. */
  readonly prior: string | null;
  readonly event: LoggedEvent;
  readonly batch: LoggedBatch;
}

/** The place in the store of the batch that an event came in, by the event's id. */
export function batchOfEvent(id: number): number {
  return Math.floor(id / EVENTS_PER_BATCH);
}

/** `shard`: in whose log the batch is. */
export function readBatch(batch: LoggedBatch, zone: TimeZone, shard = 0): FoldedEvent[] {
  return batch.events.map((event, index) => ({
    id: placeInStore(shard, batch.seq) * EVENTS_PER_BATCH + index,
    key: `${batch.batch}:${String(index).padStart(2, '0')}`,
    at: event.at,
    day: zone.dayOf(event.at),
    page: pageOf(event.url),
    visitor: event.visitor,
    prior: event.prior ?? (isOfMidnight(event.at, zone) ? event.visitor : null),
    event,
    batch,
  }));
}

/** Hashes that were made in another time zone are the same before and after this one's midnight. */
function isOfMidnight(at: number, zone: TimeZone): boolean {
  return zone.dayOf(at - VISIT_GAP_MS) !== zone.dayOf(at);
}
