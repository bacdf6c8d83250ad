import { type Coded, coded } from '../columns/coded.ts';
import { type DaySegment, ELSEWHERE } from '../days/day-segment.ts';
import type { VisitDimension } from '../days/visit-dimensions.ts';
import { TimeZone } from '../time-zone.ts';
import { startsOf } from './starts-of.ts';

/** What a test says about a visit; everything else is a person's on the shop's own page. */
export type DescribedVisit = { readonly [Of in VisitDimension]?: string } & {
  readonly visitor: string;
  /** False: it began the day before. */
  readonly own?: boolean;
  readonly bot?: string;
  /** Place of the hour that it began in. */
  readonly hour?: number;
  /** ms */
  readonly duration?: number;
  readonly bounced?: boolean;
  readonly events: readonly DescribedEvent[];
};

export interface DescribedEvent {
  readonly name?: string;
  readonly page?: string;
  readonly bot?: string;
  /** Place of the hour; 'elsewhere': on another day. Where none is said it is the visit's. */
  readonly hour?: number | 'elsewhere';
  readonly views?: readonly string[];
  readonly carts?: readonly string[];
  /** The id by which an order may name it. */
  readonly purchase?: number;
}

/** A segment of a day of a shop in `timeZone`. */
export function daySegmentOf(
  day: string,
  described: readonly DescribedVisit[],
  timeZone = 'Europe/Berlin',
): DaySegment {
  const zone = TimeZone.of(timeZone);
  const visits = described.toSorted((a, b) => (a.visitor < b.visitor ? -1 : Number(a.visitor > b.visitor)));
  const visitors = [...new Set(visits.map(({ visitor }) => visitor))];
  const events = visits.flatMap((visit) => visit.events.map((event) => ({ visit, ...event })));
  const items = events.flatMap(({ views = [], carts = [] }, event) => [
    ...views.map((product) => ({ event, kind: 0, product })),
    ...carts.map((product) => ({ event, kind: 1, product })),
  ]);
  const purchases = events.flatMap(({ purchase }, event) =>
    purchase === undefined ? [] : [{ event, purchase }],
  );

  const dimensions = new Map<VisitDimension, Coded>();
  const visitor = Uint32Array.from(visits, (visit) => visitors.indexOf(visit.visitor));
  const own = Uint8Array.from(visits, (visit) => Number(visit.own ?? true));
  const visitBot = coded(visits.map(({ bot = '' }) => bot));
  const visitHour = Uint8Array.from(visits, ({ hour = 0 }) => hour);
  const duration = Uint32Array.from(visits, (visit) => visit.duration ?? 0);
  const bounced = Uint8Array.from(visits, (visit) => Number(visit.bounced ?? false));
  const eventsFrom = startsOf(visits.map((visit) => visit.events));
  const eventName = coded(events.map(({ name = 'page_view' }) => name));
  const page = coded(events.map((event) => event.page ?? '/'));
  const eventBot = coded(events.map(({ bot, visit }) => bot ?? visit.bot ?? ''));
  const eventHour = Uint8Array.from(events, ({ hour, visit }) =>
    hour === 'elsewhere' ? ELSEWHERE : (hour ?? visit.hour ?? 0),
  );
  const itemEvent = Uint32Array.from(items, ({ event }) => event);
  const itemKind = Uint8Array.from(items, ({ kind }) => kind);
  const product = coded(items.map((item) => item.product));
  const purchaseEvent = Uint32Array.from(purchases, ({ event }) => event);
  const purchaseId = Float64Array.from(purchases, ({ purchase }) => purchase);
  return {
    day,
    hours: zone.hoursBetween(zone.startOfDay(day), zone.endOfDay(day)),
    visitCount: visits.length,
    visitor: () => visitor,
    own: () => own,
    visit(dimension) {
      let column = dimensions.get(dimension);
      if (!column) {
        column = coded(visits.map((visit) => visit[dimension] ?? ''));
        dimensions.set(dimension, column);
      }
      return column;
    },
    visitBot: () => visitBot,
    visitHour: () => visitHour,
    duration: () => duration,
    bounced: () => bounced,
    eventsFrom: () => eventsFrom,
    eventCount: events.length,
    eventName: () => eventName,
    page: () => page,
    eventBot: () => eventBot,
    eventHour: () => eventHour,
    itemCount: items.length,
    itemEvent: () => itemEvent,
    itemKind: () => itemKind,
    product: () => product,
    purchaseEvent: () => purchaseEvent,
    purchaseId: () => purchaseId,
  };
}
