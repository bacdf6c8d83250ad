import { VISIT_DIMENSIONS, type VisitDimension } from '../../days/visit-dimensions.ts';
import type { Keys } from './counting.ts';
import { type GroupBy, timeKeys } from './group-by.ts';
import type { Parts } from './mask.ts';
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
  const from = segment.eventsFrom();
  const name = segment.eventName();
  if (group.by === 'event') {
    return { parts: { from, kind: null }, keys: { codes: name.codes, groups: group.names.ids(name.values) } };
  }
  const { codes, values } = segment.page();
  const kind = { codes: name.codes, code: name.values.indexOf('page_view') };
  return { parts: { from, kind }, keys: { codes, groups: group.names.ids(values) } };
}

const OF_VISIT: ReadonlySet<string> = new Set(VISIT_DIMENSIONS);

export function isOfVisit(dimension: string): dimension is VisitDimension {
  return OF_VISIT.has(dimension);
}
