import type { Attribution } from './classify/attribution.ts';
import type { ReceivedBatch } from './event.ts';
import { compareHits } from './sessionize.ts';

/** The first or the last event of a visit. */
export interface VisitEdge {
  readonly at: number;
  readonly key: string;
  readonly page: string;
}

/** What the first event of a visit fixes for all of it. */
export interface VisitOrigin extends VisitEdge {
  readonly visitor: string;
  readonly day: string;
  readonly hourAt: number;
  readonly attribution: Attribution;
  readonly place: ReceivedBatch['place'];
  readonly client: ReceivedBatch['client'];
  readonly bot: string;
}

/** A visit as far as it is known. */
export interface Visit {
  readonly first: VisitOrigin;
  readonly last: VisitEdge;
  readonly pageViews: number;
  /** Events that are not passive, see `PASSIVE_EVENTS`. */
  readonly interactions: number;
}

/**
 * Two parts of a visit as one. Associative and commutative, which is why a visit comes out the same in whatever order
 * its parts become known.
 */
export function mergeVisits(a: Visit, b: Visit): Visit {
  return {
    first: compareHits(a.first, b.first) <= 0 ? a.first : b.first,
    last: compareHits(a.last, b.last) >= 0 ? a.last : b.last,
    pageViews: a.pageViews + b.pageViews,
    interactions: a.interactions + b.interactions,
  };
}
