import {
  type ParsedRealtimeQuery,
  REALTIME_MINUTES,
  type RealtimeAnswer,
  type RealtimePage,
} from '../realtime.ts';
import type { DatabaseUsage } from '../database.ts';
import type { RecentEvent } from '../days/recent-events.ts';
import type { StoreRow } from '../store-row.ts';
import type { AnswerClock } from './answer.ts';

export interface RealtimeSources {
  /** What happened at or after a time, epoch ms. */
  readonly recentEvents: (since: number) => readonly RecentEvent[];
  readonly store: StoreRow | null;
  readonly usage: DatabaseUsage;
}

const MINUTE_MS = 60_000;

/** The first instant that an answer is about. `now` and the result are epoch ms. */
export function realtimeSince(now: number): number {
  return (Math.floor(now / MINUTE_MS) - REALTIME_MINUTES + 1) * MINUTE_MS;
}

/** Who is in the shop, minute by minute. */
export function answerRealtime(
  { recentEvents, store, usage }: RealtimeSources,
  query: ParsedRealtimeQuery,
  clock: AnswerClock,
): RealtimeAnswer {
  const started = clock.elapsed();
  const { rowsRead, bytesRead } = usage;
  const current = Math.floor(clock.now / MINUTE_MS);
  const first = current - REALTIME_MINUTES + 1;
  const events = recentEvents(realtimeSince(clock.now)).filter(
    ({ at, bot }) => at <= clock.now && (query.bots || bot === ''),
  );
  const nameOf = namesOver(events);
  const all = new Count();
  const minutes = Array.from({ length: REALTIME_MINUTES }, () => new Count());
  const pages = new Map<string, Count>();
  for (const event of events) {
    const visitor = nameOf(event);
    const isView = event.name === 'page_view';
    all.add(visitor, isView);
    minutes[Math.floor(event.at / MINUTE_MS) - first]?.add(visitor, isView);
    if (!isView) continue;
    const page = pages.get(event.page) ?? new Count();
    page.add(visitor, true);
    pages.set(event.page, page);
  }
  return {
    query,
    ...all.done(),
    minutes: minutes.map((count, place) => ({ at: (first + place) * MINUTE_MS, ...count.done() })),
    pages: [...pages]
      .map(([page, count]) => ({ page, ...count.done() }))
      .toSorted(comparePages)
      .slice(0, query.limit),
    freshness: { lastEventAt: store?.lastAt ?? null, answeredAt: clock.now },
    rowsRead: usage.rowsRead - rowsRead,
    bytesRead: usage.bytesRead - bytesRead,
    durationMs: clock.elapsed() - started,
  };
}

/** One name for whoever goes on over midnight. */
function namesOver(events: readonly RecentEvent[]): (event: RecentEvent) => string {
  const before = new Map<string, string>();
  for (const { visitor, prior } of events) if (prior !== '') before.set(visitor, prior);
  return ({ visitor }) => before.get(visitor) ?? visitor;
}

function comparePages(a: RealtimePage, b: RealtimePage): number {
  return b.visitors - a.visitors || b.pageViews - a.pageViews || (a.page < b.page ? -1 : 1);
}

class Count {
  readonly #visitors = new Set<string>();
  #views = 0;

  add(visitor: string, isView: boolean): void {
    this.#visitors.add(visitor);
    if (isView) this.#views += 1;
  }

  done() {
    return { visitors: this.#visitors.size, pageViews: this.#views };
  }
}
