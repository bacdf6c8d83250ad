import { addDays } from '../calendar.ts';
import type { ReceivedBatch } from '../event.ts';
import type { Salts } from '../salts.ts';
import { VISIT_GAP_MS } from '../days/visit-gap.ts';
import type { TimeZone } from '../time-zone.ts';
import { hashVisitor } from '../visitor.ts';
import type { LoggedEvent } from './logged-batch.ts';

/** The events of a batch with their sender's hashes in place of the sender. */
export function recogniseEvents(
  batch: ReceivedBatch,
  store: string,
  zone: TimeZone,
  salts: Salts,
): LoggedEvent[] {
  const days = new Map<string, SenderOnDay>();
  return batch.events.map((event) => {
    const day = zone.dayOf(event.at);
    let sender = days.get(day);
    if (!sender) days.set(day, (sender = new SenderOnDay(batch, store, day, zone, salts)));
    if (event.at > sender.linkedUntil) return { ...event, visitor: sender.visitor };
    const { prior } = sender;
    return prior === null
      ? { ...event, visitor: sender.visitor }
      : { ...event, visitor: sender.visitor, prior };
  });
}

/** A batch's sender as a visitor of one day. */
class SenderOnDay {
  readonly visitor: string;
  /** Until then, epoch ms, a visit of the day before may go on. */
  readonly linkedUntil: number;
  readonly #hashBefore: () => string | null;
  #prior: string | null | undefined;

  constructor(
    { visitor, received }: ReceivedBatch,
    store: string,
    day: string,
    zone: TimeZone,
    salts: Salts,
  ) {
    this.visitor = hashVisitor(salts.ofDay(day, received), store, day, visitor);
    this.linkedUntil = zone.startOfDay(day) + VISIT_GAP_MS;
    this.#hashBefore = () => {
      const salt = salts.ofDayBefore(day, received);
      return salt === null ? null : hashVisitor(salt, store, addDays(day, -1), visitor);
    };
  }

  /** The hash of the day before; null where its salt is gone. */
  get prior(): string | null {
    if (this.#prior === undefined) this.#prior = this.#hashBefore();
    return this.#prior;
  }
}
