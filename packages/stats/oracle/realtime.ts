import type { RealtimeAnswer, RealtimeQuery } from '../src/realtime.ts';
import { eventsOf, type OracleEvent } from './history.ts';
import type { Known } from './selection.ts';
import { namesOf, pageOf } from './visits.ts';

const MINUTE = 60_000;

export type OracleRealtime = Pick<RealtimeAnswer, 'visitors' | 'pageViews' | 'minutes' | 'pages'>;

/** Who was there in the minute that `now` (epoch ms) is in and in the 29 before it. */
export function realtime({ history }: Known, query: RealtimeQuery, now: number): OracleRealtime {
  const end = Math.floor(now / MINUTE) * MINUTE;
  const starts = Array.from({ length: 30 }, (_, place) => end - (29 - place) * MINUTE);
  const recent = eventsOf(history).filter(
    ({ at, batch }) => at >= end - 29 * MINUTE && at <= now && (query.bots || batch.bot === null),
  );
  const whoOf = people(recent, history.store.timeZone);
  const count = (events: readonly OracleEvent[]) => ({
    visitors: new Set(events.map((event) => whoOf.get(event))).size,
    pageViews: events.filter(isView).length,
  });
  return {
    ...count(recent),
    minutes: starts.map((at) => ({
      at,
      ...count(recent.filter((event) => event.at >= at && event.at < at + MINUTE)),
    })),
    pages: [...Map.groupBy(recent.filter(isView), pageOf)]
      .map(([page, views]) => ({ page, ...count(views) }))
      .toSorted((a, b) => b.visitors - a.visitors || b.pageViews - a.pageViews || (a.page < b.page ? -1 : 1))
      .slice(0, query.limit ?? 10),
  };
}

function isView({ event }: OracleEvent): boolean {
  return event.name === 'page_view';
}

/** Of two events that have a name in common one person is the sender. */
function people(events: readonly OracleEvent[], timeZone: string): Map<OracleEvent, number> {
  const groups: { names: string[]; events: OracleEvent[] }[] = [];
  for (const event of events) {
    const { own, before } = namesOf(event, timeZone);
    const names = before === null ? [own] : [own, before];
    const same = groups.filter((group) => group.names.some((name) => names.includes(name)));
    for (const group of same) groups.splice(groups.indexOf(group), 1);
    groups.push({
      names: [...names, ...same.flatMap((group) => group.names)],
      events: [event, ...same.flatMap((group) => group.events)],
    });
  }
  return new Map(groups.flatMap((group, who) => group.events.map((event) => [event, who] as const)));
}
