import type { ReceivedBatch } from '@layerkick/stats/event';
import { batchesOf } from './batches.ts';
import { dayAt, history } from './history.ts';

/** Of a store with a million events in 90 days. */
const EVENTS = 1_000_000;
const DAY_MS = 86_400_000;

/**
 * The events of the `index`th day, some 11,000, as if they had come the day before `now`, epoch ms. Days differ in their
 * batches and orders, also from what {@link batchesOf} and requests say.
 */
export function batchesOfYesterday(index: number, now: number): ReceivedBatch[] {
  const day = dayAt(index);
  const later = Math.floor((now - DAY_MS - Date.parse(day)) / DAY_MS) * DAY_MS;
  const batches: ReceivedBatch[] = [];
  for (const visit of history(EVENTS)) {
    if (visit.day > day) break;
    if (visit.day < day) continue;
    const events = visit.events.map((event) => ({
      ...event,
      at: event.at + later,
      ...(event.order === undefined ? {} : { order: `${day} ${event.order}` }),
    }));
    for (const batch of batchesOf({ ...visit, events }, events.length))
      batches.push({ ...batch, batch: `11111111${batch.batch.slice(8)}` });
  }
  return batches;
}
