import { clientOf } from '@layerkick/stats/classify/client';
import { event, type ReceivedBatch, type RejectedEvent, type StoreEvent } from '@layerkick/stats/event';
import { readPlainEvent } from '@layerkick/stats/plain-event';
import { eventTime } from '@layerkick/stats/event-time';
import { asShopsWrite } from './as-shops-write.ts';
import { fieldErrors } from './field-errors.ts';
import type { EventBatch } from './parse-batch.ts';
import { notACustomer } from './traffic.ts';

export interface Sender {
  readonly visitor: ReceivedBatch['visitor'];
  readonly place: ReceivedBatch['place'];
  /** Number of the network (AS) that a browser is in. */
  readonly network?: number | null;
}

/** The script sends what happens within a fraction of a second. */
const AT_ONCE_MS = 4000;

/** Whether a sender was shown pages at these times (epoch ms) faster than a person can look at them. */
export type IsTooFast = (times: readonly number[]) => boolean;

/**
 * A batch as the store's object takes it: events parsed one by one and put on our clock, the sender classified.
 * An event that cannot be used is listed with its reason and takes no other along.
 *
 * @param received epoch ms by our clock
 */
export function receiveBatch(
  batch: EventBatch,
  received: number,
  sender: Sender,
  isTooFast: IsTooFast = () => false,
): ReceivedBatch {
  const events: StoreEvent[] = [];
  const rejected: RejectedEvent[] = [];
  for (const [index, candidate] of batch.events.entries()) {
    const read = readEvent(candidate);
    if (read.ok)
      events.push({ ...read.event, at: eventTime({ received, sent: batch.sent, at: read.event.at }) });
    else rejected.push({ index, code: 'event_invalid', message: read.message });
  }
  const pageViews = events.filter(({ name }) => name === 'page_view').map(({ at }) => at);
  return {
    batch: batch.batch,
    received,
    events,
    rejected,
    visitor: sender.visitor,
    place: sender.place,
    client: clientOf(sender.visitor.userAgent),
    bot: notACustomer({
      mark: batch.mark,
      userAgent: sender.visitor.userAgent,
      network: sender.network ?? null,
      isTooFast: isTooFast(pageViews),
    }),
    ...(mayBeSentAgain(batch, received, events) && { again: true }),
  };
}

/** A batch that says so, or that does not come as soon as something happened: the script tries again after five seconds. */
function mayBeSentAgain(batch: EventBatch, received: number, events: readonly StoreEvent[]): boolean {
  const newest = events.reduce((latest, { at }) => Math.max(latest, at), 0);
  return batch.again ?? received - newest > AT_ONCE_MS;
}

type ReadEvent =
  | { readonly ok: true; readonly event: StoreEvent }
  | { readonly ok: false; readonly message: string };

function readEvent(candidate: unknown): ReadEvent {
  const plain = readPlainEvent(candidate);
  if (plain) return { ok: true, event: plain };
  const result = event.safeParse(candidate);
  if (result.success) return { ok: true, event: result.data };
  const mended = event.safeParse(asShopsWrite(candidate));
  if (mended.success) return { ok: true, event: mended.data };
  const [first] = fieldErrors(result.error);
  return {
    ok: false,
    message: first?.field ? `${first.field}: ${first.message}` : (first?.message ?? 'not an event'),
  };
}
