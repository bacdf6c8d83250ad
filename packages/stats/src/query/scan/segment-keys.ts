import { VISIT_DIMENSIONS, type VisitDimension } from '../../days/visit-dimensions.ts';
import type { Keys } from './counting.ts';
import { type GroupBy, timeKeys } from './group-by.ts';
import type { SegmentRows } from './segment-rows.ts';

/** What visits are told apart by where each has one of it. */
export function visitKeys(rows: SegmentRows, group: GroupBy): Keys {
  const { segment } = rows;
  const time = timeKeys(group, {
    day: segment.day,
    hourNames: () => rows.hourNames,
    hours: () => segment.visitHour(),
  });
  if (time) return time;
  if ('over' in group || !isOfVisit(group.by)) throw new TypeError('Visits have several of that');
  const { codes, values } = segment.visit(group.by);
  return { codes, groups: group.names.ids(values) };
}

const OF_VISIT: ReadonlySet<string> = new Set(VISIT_DIMENSIONS);

export function isOfVisit(dimension: string): dimension is VisitDimension {
  return OF_VISIT.has(dimension);
}
