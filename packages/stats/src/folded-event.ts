import type { LoggedBatch, LoggedEvent } from './log/logged-batch.ts';
import { pageOf } from './page.ts';
import type { Hit } from './sessionize.ts';
import type { TimeZone } from './time-zone.ts';

/** Places in the id of an event for the at most 50 events of a batch. */
const EVENTS_PER_BATCH = 64;

/** An event of the log, placed on the store's calendar. */
export interface FoldedEvent extends Hit {
  readonly id: number;
  readonly day: string;
  readonly hourAt: number;
  readonly page: string;
  readonly event: LoggedEvent;
  readonly batch: LoggedBatch;
}

export function readBatch(batch: LoggedBatch, zone: TimeZone): FoldedEvent[] {
  return batch.events.map((event, index) => ({
    id: batch.seq * EVENTS_PER_BATCH + index,
    // Not the id, which depends on when the batch came: the same events in another order are the same visits.
    key: `${batch.batch}:${String(index).padStart(2, '0')}`,
    at: event.at,
    day: zone.dayOf(event.at),
    hourAt: zone.startOfHour(event.at),
    page: pageOf(event.url),
    visitor: event.visitor,
    prior: event.prior ?? null,
    event,
    batch,
  }));
}
