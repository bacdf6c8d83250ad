import type { DaySegment } from '../../days/day-segment.ts';
import { VISIT_DIMENSIONS, type VisitDimension } from '../../days/visit-dimensions.ts';
import type { Keys } from './counting.ts';
import { type GroupBy, timeKeys } from './group-by.ts';
import { type Parts, partsFrom } from './mask.ts';
import type { SegmentRows } from './segment-rows.ts';

/** What visits are told apart by where each has one of it. */
export function visitKeys({ segment, hourNames }: SegmentRows, group: GroupBy): Keys {
  const time = timeKeys(group, { day: segment.day, hourNames, hours: () => segment.visitHour() });
  if (time) return time;
  if ('over' in group || !isOfVisit(group.by)) throw new TypeError('Visits have several of that');
  const { codes, values } = segment.visit(group.by);
  return { codes, groups: group.names.ids(values) };
}

/** The events that visits are told apart by where they have several: the pages that they saw, all events by name. */
export function partsOf(
  { segment }: SegmentRows,
  group: GroupBy,
): { readonly parts: Parts; readonly keys: Keys } | null {
  if ('over' in group || (group.by !== 'page' && group.by !== 'event')) return null;
  const { codes, values } = group.by === 'page' ? segment.page() : segment.eventName();
  const parts = group.by === 'page' ? pageViewsOf(segment) : partsFrom(segment.eventsFrom());
  return { parts, keys: { codes, groups: group.names.ids(values) } };
}

/** The pages that visits saw. */
export function pageViewsOf(segment: DaySegment): Parts {
  const { codes, values } = segment.eventName();
  return { from: segment.eventsFrom(), kinds: codes, kind: values.indexOf('page_view') };
}

const OF_VISIT: ReadonlySet<string> = new Set(VISIT_DIMENSIONS);

export function isOfVisit(dimension: string): dimension is VisitDimension {
  return OF_VISIT.has(dimension);
}
