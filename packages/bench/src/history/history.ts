import { seeded, type Random, weighted, zipf } from './random.ts';
import {
  COUNTRIES,
  DEVICE_WEIGHTS,
  DEVICES,
  EVENT_SHARES,
  type EventName,
  PAGES,
  PRODUCTS,
  REFERRERS,
} from './shop.ts';

/** The store-local days that events are on. No change of clocks is among them. */
export const DAYS = 90;
const FIRST_DAY = Date.UTC(2026, 5, 1);
const DAY_MS = 86_400_000;
/** Europe/Berlin in summer. */
const UTC_OFFSET_MS = 2 * 3_600_000;

/** Events of an average visitor. */
const EVENTS_PER_VISITOR = 4;
const MOST_EVENTS = 40;
/** Share of the visitors with enough events who come back on the same day. */
const RETURNING = 0.15;
const AWAY_MS = 2 * 3_600_000;
const BETWEEN_EVENTS_MS = 90_000;

/** A visitor on a day. Whoever comes on another day is somebody else, as in the product. */
export interface Visitor {
  /** 52 bits. */
  readonly id: number;
  readonly country: string;
  readonly device: string;
}

/** One visit: all of it within one store-local day. */
export interface Visit {
  /** Counts from 1. */
  readonly number: number;
  readonly visitor: Visitor;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** A host name or ''. */
  readonly referrer: string;
  /** In the order of time, at most 40. */
  readonly events: readonly VisitEvent[];
}

export interface VisitEvent {
  readonly name: EventName;
  /** Epoch ms. */
  readonly at: number;
  readonly page: string;
  /** Places in `PRODUCTS`; empty where the event is about none. */
  readonly products: readonly number[];
  /** Of a purchase. */
  readonly order?: string;
}

/**
 * Exactly `events` events of a shop over 90 days, day by day and in each day by the start of the visit. The same for the same
 * seed.
 */
export function* history(events: number, seed = 1): Iterable<Visit> {
  const random = seeded(seed);
  const write = visitWriter(random);
  let number = 0;
  let written = 0;
  for (let day = 0; day < DAYS; day += 1) {
    const until = Math.round((events * (day + 1)) / DAYS);
    const visits: Omit<Visit, 'number'>[] = [];
    while (written < until) {
      const visitor = write(day, Math.min(visitorsEvents(random), until - written));
      visits.push(...visitor);
      for (const visit of visitor) written += visit.events.length;
    }
    visits.sort((a, b) => (a.events[0]?.at ?? 0) - (b.events[0]?.at ?? 0));
    for (const visit of visits) yield { number: (number += 1), ...visit };
  }
}

/** The `index`th store-local day, `YYYY-MM-DD`. */
export function dayAt(index: number): string {
  return new Date(FIRST_DAY + index * DAY_MS).toISOString().slice(0, 10);
}

function visitorsEvents(random: Random): number {
  const drawn = Math.ceil(Math.log(1 - random.next()) / Math.log(1 - 1 / EVENTS_PER_VISITOR));
  return Math.min(Math.max(drawn, 1), MOST_EVENTS);
}

function visitWriter(random: Random) {
  const country = weighted(zipf(COUNTRIES.length));
  const device = weighted(DEVICE_WEIGHTS);
  const referrer = weighted(zipf(REFERRERS.length));
  const writeEvents = eventWriter(random);

  /** The visits, one or two, of one visitor with so many events. */
  return (day: number, count: number): Omit<Visit, 'number'>[] => {
    const visitor = {
      id: random.hash(),
      country: COUNTRIES[country(random)] ?? '',
      device: DEVICES[device(random)] ?? '',
    };
    const midnight = FIRST_DAY + day * DAY_MS - UTC_OFFSET_MS;
    // Early enough for two visits to end before midnight.
    const start = midnight + random.below(19 * 3_600_000);
    const first = count > 1 && random.next() < RETURNING ? 1 + random.below(count - 1) : count;
    const visit = (from: number, events: number) => ({
      visitor,
      day: dayAt(day),
      referrer: REFERRERS[referrer(random)] ?? '',
      events: writeEvents(from, events),
    });
    const visits = [visit(start, first)];
    const end = visits[0]?.events.at(-1)?.at ?? start;
    if (first < count) visits.push(visit(end + AWAY_MS, count - first));
    return visits;
  };
}

function eventWriter(random: Random) {
  const names = Object.keys(EVENT_SHARES).filter((name): name is EventName => name in EVENT_SHARES);
  const name = weighted(names.map((each) => EVENT_SHARES[each]));
  const page = weighted(zipf(PAGES.length));
  const product = weighted(zipf(PRODUCTS.length));
  let orders = 0;

  const productsOf = (event: EventName): number[] => {
    if (event === 'view_item' || event === 'add_to_cart') return [product(random)];
    if (event === 'purchase') return Array.from({ length: 1 + random.below(3) }, () => product(random));
    return [];
  };
  return (start: number, count: number): VisitEvent[] => {
    let at = start;
    return Array.from({ length: count }, () => {
      const event = names[name(random)] ?? 'page_view';
      const written: VisitEvent = {
        name: event,
        at,
        page: PAGES[page(random)] ?? '/',
        products: productsOf(event),
        ...(event === 'purchase' ? { order: `order-${(orders += 1)}` } : {}),
      };
      at += 1000 + random.below(BETWEEN_EVENTS_MS);
      return written;
    });
  };
}
