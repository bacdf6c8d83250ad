import type { Dimension } from '../src/query.ts';
import { attributionOf } from './arrivals.ts';
import { eventsOf, type History, type OracleEvent } from './history.ts';
import { dayAfter, dayOf, startOfDay } from './local-time.ts';

const HALF_AN_HOUR = 30 * 60_000;
const SALT_LIFETIME = 48 * 60 * 60_000;

/** What a visit has one value of, whenever in it something happens. */
export type VisitDimension = Exclude<
  Dimension,
  'page' | 'event' | 'product' | 'customer' | 'hour' | 'weekday'
>;

export interface OracleVisit {
  /** Who, on the day that the visit started. */
  readonly visitor: string;
  /** Of its first event, epoch ms. */
  readonly at: number;
  readonly lastAt: number;
  readonly bot: boolean;
  readonly events: readonly OracleEvent[];
  readonly values: Readonly<Record<VisitDimension, string>>;
  /** Those viewed. */
  readonly pages: readonly string[];
  /** Those looked at. */
  readonly products: readonly string[];
}

/** What a sender can be recognised by; the first name is that of the event's own day. */
type Names = readonly [string, ...string[]];

/** Events that somebody with the same name sent with no pause of more than half an hour. */
export function visitsOf(history: History): OracleVisit[] {
  const { timeZone } = history.store;
  let visits: { event: OracleEvent; names: Names }[][] = [];
  for (const event of eventsOf(history)) {
    const names = namesOf(event, timeZone);
    const joined = visits.filter((visit) =>
      visit.some(
        (other) =>
          event.at - other.event.at <= HALF_AN_HOUR && other.names.some((name) => names.includes(name)),
      ),
    );
    visits = visits.filter((visit) => !joined.includes(visit));
    visits.push([...joined.flat(), { event, names }]);
  }
  return visits.map((visit) => {
    const inTime = visit.toSorted((a, b) => a.event.at - b.event.at || (a.event.key < b.event.key ? -1 : 1));
    const [first] = inTime;
    if (!first) throw new Error('A visit has an event');
    return describe(
      first.names[0],
      inTime.map(({ event }) => event),
    );
  });
}

/**
 * A sender has another name on every day. In the first half hour of a day the one of the day before is tried as well.
 * Names of a day are known for 48 hours from when it began: what arrives later is by somebody new.
 */
export function namesOf({ at, batch }: OracleEvent, timeZone: string): Names {
  const day = dayOf(timeZone, at);
  const before = dayAfter(day, -1);
  const isKnown = (of: string) => batch.received < startOfDay(timeZone, of) + SALT_LIFETIME;
  const name = (of: string, salt: string) => JSON.stringify([batch.visitor, of, salt]);
  const own = name(day, isKnown(day) ? day : dayOf(timeZone, batch.received));
  const isEarly = at - startOfDay(timeZone, day) <= HALF_AN_HOUR;
  return isEarly && isKnown(before) ? [own, name(before, before)] : [own];
}

/** The path without a slash at its end. */
export function pageOf({ event }: OracleEvent): string {
  const { pathname } = new URL(event.url);
  return pathname === '/' ? pathname : pathname.replace(/\/$/, '');
}

/** The products an event is about; '' where it does not say which. */
export function productsOf({ event }: OracleEvent): string[] {
  return event.items?.length ? event.items.map((item) => item.item_id) : [''];
}

function describe(visitor: string, events: readonly OracleEvent[]): OracleVisit {
  const first = events[0];
  const last = events.at(-1);
  if (!first || !last) throw new Error('A visit has an event');
  return {
    visitor,
    at: first.at,
    lastAt: last.at,
    bot: first.batch.bot !== null,
    events,
    values: {
      ...attributionOf(first.event.url, first.event.referrer),
      landing_page: pageOf(first),
      exit_page: pageOf(last),
      ...first.batch.place,
      ...first.batch.client,
    },
    pages: events.filter(({ event }) => event.name === 'page_view').map(pageOf),
    products: events.filter(({ event }) => event.name === 'view_item').flatMap(productsOf),
  };
}
