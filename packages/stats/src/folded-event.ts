import { attributionOf } from './classify/attribution.ts';
import { PASSIVE_EVENTS } from './event.ts';
import type { LoggedBatch, LoggedEvent } from './log/logged-batch.ts';
import { pageOf } from './page.ts';
import type { Hit } from './sessionize.ts';
import type { TimeZone } from './time-zone.ts';
import type { Visit } from './visit.ts';

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

/** What hits in the order of time, at least one of them, say about their visit. */
export function visitOf(hits: readonly FoldedEvent[]): Visit {
  const first = hits[0];
  const last = hits.at(-1);
  if (!first || !last) throw new RangeError('A visit has at least one hit');
  return {
    first: {
      at: first.at,
      key: first.key,
      page: first.page,
      visitor: first.visitor,
      day: first.day,
      hourAt: first.hourAt,
      attribution: attributionOf(first.event.url, first.event.referrer),
      place: first.batch.place,
      client: first.batch.client,
      bot: first.batch.bot ?? '',
    },
    last: { at: last.at, key: last.key, page: last.page },
    pageViews: hits.filter(({ event }) => event.name === 'page_view').length,
    interactions: hits.filter(({ event }) => !isPassive(event.name)).length,
  };
}

function isPassive(name: string): boolean {
  return PASSIVE_EVENTS.some((passive) => passive === name);
}
