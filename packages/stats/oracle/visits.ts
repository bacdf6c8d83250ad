import type { Dimension } from '../src/query.ts';
import { attributionOf } from './arrivals.ts';
import { eventsOf, type History, type OracleEvent } from './history.ts';
import { dayAfter, dayOf, startOfDay } from './local-time.ts';

const HALF_AN_HOUR = 30 * 60_000;
const SALT_LIFETIME = 48 * 60 * 60_000;

/** What a visit has one value of, whenever in it something happens. */
export type VisitDimension = Exclude<
  Dimension,
  'page' | 'event' | 'product' | 'collection' | 'customer' | 'hour' | 'weekday'
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

/** What a sender is called on the day of an event, and was called on the day before where that is known. */
interface Names {
  readonly own: string;
  readonly before: string | null;
}

interface Sent {
  readonly event: OracleEvent;
  readonly names: Names;
}

type Run = [Sent, ...Sent[]];

/**
 * Runs of events that somebody with the same name sent with no pause of more than half an hour. A run goes on with one of
 * the next day, by the same sender and without such a pause, unless it began in the first half hour of its day.
 */
export function visitsOf(history: History): OracleVisit[] {
  const { timeZone } = history.store;
  const runs = runsOf(history);
  const followers = new Map(
    runs.flatMap((run) => {
      const followed = followedBy(run, runs, timeZone);
      return followed ? [[followed, run] as const] : [];
    }),
  );
  const later = new Set(followers.values());
  return runs
    .filter((run) => !later.has(run))
    .map((run) =>
      describe(
        run[0].names.own,
        [...run, ...(followers.get(run) ?? [])].map(({ event }) => event),
      ),
    );
}

function runsOf(history: History): Run[] {
  const runs: Run[] = [];
  for (const event of eventsOf(history)) {
    const sent = { event, names: namesOf(event, history.store.timeZone) };
    const run = runs.findLast(([first]) => first.names.own === sent.names.own);
    if (run && event.at - lastOf(run).event.at <= HALF_AN_HOUR) run.push(sent);
    else runs.push([sent]);
  }
  return runs;
}

/** The run of the day before that this one goes on with. */
function followedBy(run: Run, runs: readonly Run[], timeZone: string): Run | undefined {
  return run
    .map(({ event, names }) => {
      const last = runs.findLast(([first]) => first.names.own === names.before);
      return last && event.at - lastOf(last).event.at <= HALF_AN_HOUR ? last : undefined;
    })
    .find((last) => last && !isEarly(last[0].event.at, timeZone));
}

function lastOf(run: Run): Sent {
  return run.at(-1) ?? run[0];
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
  return {
    own: name(day, isKnown(day) ? day : dayOf(timeZone, batch.received)),
    before: isEarly(at, timeZone) && isKnown(before) ? name(before, before) : null,
  };
}

/** In the first half hour of its day. */
function isEarly(at: number, timeZone: string): boolean {
  return at - startOfDay(timeZone, dayOf(timeZone, at)) <= HALF_AN_HOUR;
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
