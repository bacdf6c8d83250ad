import { attributionOf } from '../src/classify/attribution.ts';
import type { Dimension } from '../src/query.ts';
import { dayOf, eventsOf, type History, type OracleEvent } from './history.ts';

const HALF_AN_HOUR = 30 * 60_000;

/** What a visit has one value of, whenever in it something happens. */
export type OriginDimension = Exclude<
  Dimension,
  'page' | 'event' | 'product' | 'customer' | 'hour' | 'weekday'
>;

export interface OracleVisit {
  /** Who, on the day that the visit started. */
  readonly visitor: string;
  readonly at: number;
  readonly bot: boolean;
  readonly events: readonly OracleEvent[];
  readonly seconds: number;
  readonly values: Readonly<Record<OriginDimension, string>>;
  readonly pages: ReadonlySet<string>;
  readonly products: ReadonlySet<string>;
}

/** A sender's events with no pause of more than half an hour. */
export function visitsOf(history: History): OracleVisit[] {
  const open = new Map<string, OracleEvent[]>();
  const visits: OracleEvent[][] = [];
  for (const event of eventsOf(history)) {
    const sender = JSON.stringify(event.batch.visitor);
    const visit = open.get(sender);
    if (visit && event.at - visit.at(-1)!.at <= HALF_AN_HOUR) {
      visit.push(event);
    } else {
      visits.push([event]);
      open.set(sender, visits.at(-1)!);
    }
  }
  return visits.map((events) => describe(events, history));
}

export function pageOf({ event }: OracleEvent): string {
  return new URL(event.url).pathname;
}

function describe(events: readonly OracleEvent[], { store }: History): OracleVisit {
  const first = events[0]!;
  const last = events.at(-1)!;
  const viewed = events.filter(({ event }) => event.name === 'view_item');
  return {
    visitor: JSON.stringify([dayOf(store.timeZone, first.at), first.batch.visitor]),
    at: first.at,
    bot: first.batch.bot !== null,
    events,
    seconds: (last.at - first.at) / 1000,
    values: {
      ...attributionOf(first.event.url, first.event.referrer),
      landing_page: pageOf(first),
      exit_page: pageOf(last),
      ...first.batch.place,
      ...first.batch.client,
    },
    pages: new Set(events.filter(({ event }) => event.name === 'page_view').map(pageOf)),
    products: new Set(viewed.flatMap(({ event }) => event.items?.map(({ item_id: id }) => id) ?? [''])),
  };
}
