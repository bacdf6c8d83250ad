import type { Runs } from './runs.ts';
import type { VisitsOfDay } from './visits-of-day.ts';

/** The visits of a day in the order of their senders, those included that began the day before. */
export interface EventsOfVisits {
  /** Numbers of hits, visit by visit, each in the order of time. */
  readonly events: Uint32Array;
  readonly eventsFrom: Uint32Array;
  readonly visitor: Uint32Array;
  /** 1: began on this day. */
  readonly own: Uint8Array;
}

export function eventsOfVisits({ before, own: runs, after, previous, next }: VisitsOfDay): EventsOfVisits {
  const count = runs.sender.length;
  const eventsFrom = new Uint32Array(count + 1);
  const own = new Uint8Array(count);
  for (let visit = 0; visit < count; visit += 1) {
    const earlier = previous[visit] ?? -1;
    const size = sizeOf(before, earlier) + sizeOf(runs, visit) + sizeOf(after, next[visit] ?? -1);
    eventsFrom[visit + 1] = (eventsFrom[visit] ?? 0) + size;
    own[visit] = Number(earlier < 0);
  }
  const events = new Uint32Array(eventsFrom[count] ?? 0);
  for (let visit = 0; visit < count; visit += 1) {
    let to = eventsFrom[visit] ?? 0;
    to = copyRun(before, previous[visit] ?? -1, events, to);
    to = copyRun(runs, visit, events, to);
    copyRun(after, next[visit] ?? -1, events, to);
  }
  return { events, eventsFrom, visitor: runs.sender, own };
}

function sizeOf({ from }: Runs, run: number): number {
  return run < 0 ? 0 : (from[run + 1] ?? 0) - (from[run] ?? 0);
}

function copyRun({ from, order }: Runs, run: number, into: Uint32Array, to: number): number {
  if (run < 0) return to;
  const end = from[run + 1] ?? 0;
  let written = to;
  for (let place = from[run] ?? 0; place < end; place += 1) into[written++] = order[place] ?? 0;
  return written;
}
