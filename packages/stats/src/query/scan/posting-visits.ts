import type { DaySegment } from '../../days/day-segment.ts';
import type { DayOrders } from '../../orders/day-orders.ts';
import type { Purchases } from './purchases.ts';

/** Which visit each posting of a day belongs to. */
export interface PostingVisits {
  /** Those of the days of the purchases. */
  readonly segments: readonly DaySegment[];
  /** Place of the visit's segment in `segments`; -1: the order belongs to no visit. */
  readonly segment: Int16Array;
  /** Place of the visit in its segment. */
  readonly visit: Uint32Array;
}

export function postingVisits(
  { postings: { count, event, eventDay } }: DayOrders,
  segments: readonly DaySegment[],
  purchasesOf: (segment: DaySegment) => Purchases,
): PostingVisits {
  const found = { segments, segment: new Int16Array(count).fill(-1), visit: new Uint32Array(count) };
  const candidates = eventDay.values.map((day) =>
    segments.flatMap((segment, place) =>
      segment.day === day ? [{ place, purchases: purchasesOf(segment) }] : [],
    ),
  );
  for (let posting = 0; posting < count; posting += 1) {
    for (const { place, purchases } of candidates[eventDay.codes[posting] ?? 0] ?? []) {
      const visit = purchases.visitOf(event[posting] ?? 0);
      if (visit === -1) continue;
      found.segment[posting] = place;
      found.visit[posting] = visit;
    }
  }
  return found;
}
