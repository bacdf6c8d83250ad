import { type GroupBy, timeKeys } from './group-by.ts';
import type { OrderRows } from './order-rows.ts';
import { groupsByCode, type RowGroups } from './row-groups.ts';
import { isOfVisit } from './segment-keys.ts';

/** The group of each posting of a day, where each has one. */
export function postingGroups(rows: OrderRows, group: GroupBy): RowGroups {
  const { day, postings } = rows.orders;
  const time = timeKeys(group, { day, hourNames: () => rows.hourNames, hours: () => postings.hour });
  if (time) {
    const { codes, groups } = time;
    return groups.length === 1 ? (groups[0] ?? 0) : groupsByCode(codes, groups);
  }
  if ('by' in group && group.by === 'customer') {
    const { codes, values } = postings.customerKind;
    return groupsByCode(codes, group.names.ids(values));
  }
  if ('over' in group || !isOfVisit(group.by)) throw new TypeError('Orders have several of that');
  return rows.idsOf(group.by);
}
