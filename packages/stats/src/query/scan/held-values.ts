import { type Coded, type Codes, newCodes } from '../../columns/coded.ts';
import type { DaySegment } from '../../days/day-segment.ts';
import { verdictOn } from './mask.ts';

/** What visits have several of. */
export type EventDimension = 'page' | 'event';

/**
 * What the visits of a segment have of a dimension, each value once for each visit: the pages that it saw, the names of
 * all its events. Most visits see a page again or do something beside seeing pages: there is half as much to look at.
 */
export interface HeldValues extends Coded {
  /** The visit of each; ascending. */
  readonly visit: Codes;
  /** `from[v]` ≤ place of a value of visit v < `from[v + 1]`. */
  readonly from: Uint32Array;
}

export function heldValues(segment: DaySegment, dimension: EventDimension): HeldValues {
  const { codes, values } = dimension === 'page' ? segment.page() : segment.eventName();
  const names = segment.eventName();
  const isLooked =
    dimension === 'page' ? verdictOn(names, 'page_view') : new Uint8Array(names.values.length).fill(1);
  const eventsFrom = segment.eventsFrom();
  const from = new Uint32Array(segment.visitCount + 1);
  const places = new Uint32Array(codes.length);
  const count = firstOfEach({ eventsFrom, kinds: names.codes, isLooked, codes }, values.length, places, from);
  const held = newCodes(values.length, count);
  const visit = newCodes(segment.visitCount, count);
  for (let row = 0; row < segment.visitCount; row += 1) {
    const end = from[row + 1] ?? 0;
    for (let place = from[row] ?? 0; place < end; place += 1) {
      held[place] = codes[places[place] ?? 0] ?? 0;
      visit[place] = row;
    }
  }
  return { codes: held, values, visit, from };
}

export function sizeOfHeld({ codes, visit, from }: HeldValues): number {
  return codes.byteLength + visit.byteLength + from.byteLength;
}

interface LookedAt {
  readonly eventsFrom: Uint32Array;
  readonly kinds: Codes;
  readonly isLooked: Uint8Array;
  readonly codes: Codes;
}

/** Writes the events at which a visit has a value first, and where each visit's begin; returns how many there are. */
function firstOfEach(
  { eventsFrom, kinds, isLooked, codes }: LookedAt,
  values: number,
  places: Uint32Array,
  from: Uint32Array,
): number {
  const seen = new Uint32Array(values);
  let count = 0;
  for (let visit = 0; visit + 1 < from.length; visit += 1) {
    const end = eventsFrom[visit + 1] ?? 0;
    for (let event = eventsFrom[visit] ?? 0; event < end; event += 1) {
      const code = codes[event] ?? 0;
      if (isLooked[kinds[event] ?? 0] !== 1 || seen[code] === visit + 1) continue;
      seen[code] = visit + 1;
      places[count] = event;
      count += 1;
    }
    from[visit + 1] = count;
  }
  return count;
}
