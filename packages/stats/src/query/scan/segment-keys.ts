import type { Coded } from '../../columns/coded.ts';
import type { DaySegment } from '../../days/day-segment.ts';
import { VISIT_DIMENSIONS, type VisitDimension } from '../../days/visit-dimensions.ts';
import type { Keys } from './counting.ts';
import { type GroupBy, timeKeys } from './group-by.ts';
import { type Parts, partsFrom, verdictOn } from './mask.ts';
import type { SegmentRows } from './segment-rows.ts';

/** What visits are told apart by where each has one of it. */
export function visitKeys({ segment, hourNames }: SegmentRows, group: GroupBy): Keys {
  const time = timeKeys(group, { day: segment.day, hourNames, hours: () => segment.visitHour() });
  if (time) return time;
  if ('over' in group || !isOfVisit(group.by)) throw new TypeError('Visits have several of that');
  const { codes, values } = segment.visit(group.by);
  return { codes, groups: group.names.ids(values) };
}

/** What visits have several of: the pages that they saw, the names of all their events. */
export function eventsOfVisits(
  segment: DaySegment,
  dimension: 'page' | 'event',
): Coded & { readonly parts: Parts } {
  if (dimension === 'page') return { ...segment.page(), parts: pageViewsOf(segment) };
  return { ...segment.eventName(), parts: partsFrom(segment.eventsFrom()) };
}

/** The pages that visits saw. */
export function pageViewsOf(segment: DaySegment): Parts {
  const name = segment.eventName();
  return { from: segment.eventsFrom(), kinds: name.codes, wanted: verdictOn(name, 'page_view') };
}

const OF_VISIT: ReadonlySet<string> = new Set(VISIT_DIMENSIONS);

export function isOfVisit(dimension: string): dimension is VisitDimension {
  return OF_VISIT.has(dimension);
}
