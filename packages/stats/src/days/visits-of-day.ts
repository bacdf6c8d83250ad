import { addDays } from '../calendar.ts';
import { VISIT_GAP_MS } from './visit-gap.ts';
import type { TimeZone } from '../time-zone.ts';
import type { EventBlock } from './event-block.ts';
import { Hits } from './hits.ts';
import { type Runs, runsOf } from './runs.ts';
import { hitsOf, senderOfHits, type Senders, sendersAfter, sendersOf } from './senders.ts';

/** The events of a day and of its neighbours. */
export interface DayBlocks {
  readonly before: readonly EventBlock[];
  readonly own: readonly EventBlock[];
  readonly after: readonly EventBlock[];
}

/** The runs of a day, and which runs of the days before and after are one visit with which of them. */
export interface VisitsOfDay {
  readonly hits: Hits;
  readonly before: Runs;
  readonly own: Runs;
  readonly after: Runs;
  /** The run of the day before that each own run goes on with, and the one of the day after that goes on with it; or -1. */
  readonly previous: Int32Array;
  readonly next: Int32Array;
  /** Who was there on the day, and who of the day after may have been. */
  readonly senders: Senders;
  readonly sendersAfter: Senders;
}

/**
 * Tells the visits of a day apart. A visit crosses at most one midnight: it goes on with a run of the next day that has an
 * event by the same sender within 30 minutes after its last one, unless it began itself within the first 30 minutes of
 * its day. So a day's visits depend on its neighbours' events, and on nothing else.
 */
export function visitsOfDay(day: string, zone: TimeZone, { before, own, after }: DayBlocks): VisitsOfDay {
  const hits = new Hits([...before, ...own, ...after]);
  const ownSenders = sendersOf(own, 'visitor');
  const sendersBefore = sendersOf(own, 'prior');
  const afterwards = sendersAfter(after, ownSenders);
  const runs = {
    before: runsOf(hitsOf(hits, 0, before, sendersBefore)),
    own: runsOf(hitsOf(hits, before.length, own, ownSenders)),
    after: runsOf(hitsOf(hits, before.length + own.length, after, afterwards)),
  };
  const firstOwn = before.length;
  const firstAfter = before.length + own.length;
  const previous = goingOn(
    runs.before,
    runs.own,
    priorsOf(hits, firstOwn, own, sendersBefore),
    zone.startOfDay(addDays(day, -1)),
  );
  const goesOnWith = goingOn(
    runs.own,
    runs.after,
    priorsOf(hits, firstAfter, after, ownSenders),
    zone.startOfDay(day),
  );
  const next = new Int32Array(runs.own.sender.length).fill(-1);
  for (let run = 0; run < goesOnWith.length; run += 1) {
    const of = goesOnWith[run] ?? -1;
    if (of >= 0) next[of] = run;
  }
  return { hits, ...runs, previous, next, senders: ownSenders, sendersAfter: afterwards };
}

/** The sender of the day before, by number of hit. */
function priorsOf(hits: Hits, firstBlock: number, blocks: readonly EventBlock[], senders: Senders) {
  const priors = senderOfHits(blocks, 'prior', senders);
  const first = hits.first(firstBlock);
  return (hit: number) => priors[hit - first] ?? -1;
}

/** The run of the day before that each later run goes on with, or -1. Several do so only if hashes collide: the first does. */
function goingOn(
  earlier: Runs,
  later: Runs,
  priorOf: (hit: number) => number,
  dayBefore: number,
): Int32Array {
  const { hits } = later;
  const atOf = (runs: Runs, place: number) => hits.at[runs.order[place] ?? 0] ?? 0;
  const previous = new Int32Array(later.sender.length).fill(-1);
  const taken = new Set<number>();
  for (let run = 0; run < previous.length; run += 1) {
    for (let place = later.from[run] ?? 0; place < (later.from[run + 1] ?? 0); place += 1) {
      const sender = priorOf(later.order[place] ?? 0);
      if (sender < 0) continue;
      const last = earlier.last[sender] ?? 0;
      if (earlier.sender[last] !== sender || taken.has(last)) continue;
      const [from = 0, to = 0] = earlier.from.subarray(last, last + 2);
      if (atOf(earlier, from) - dayBefore <= VISIT_GAP_MS) continue;
      if (atOf(later, place) - atOf(earlier, to - 1) > VISIT_GAP_MS) continue;
      previous[run] = last;
      taken.add(last);
      break;
    }
  }
  return previous;
}
