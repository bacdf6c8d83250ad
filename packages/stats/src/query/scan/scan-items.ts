import type { Measure } from '../measures.ts';
import { Columns } from './columns.ts';
import { addRows, addRowsInBoth, type Keys } from './counting.ts';
import { type GroupBy, timeKeys } from './group-by.ts';
import { visitKeys } from './segment-keys.ts';
import type { Reading } from './reading.ts';
import type { SegmentRows } from './segment-rows.ts';
import type { Selection } from './selection.ts';

/** Products of events on the day that those happened. */
export function scanItems(
  reading: Reading,
  wanted: ReadonlySet<Measure>,
  { range, choice }: Selection,
  group: GroupBy,
): Columns {
  const columns = new Columns(wanted);
  const [views, carts] = [columns.of('product_views'), columns.of('add_to_carts')];
  for (const rows of reading.segments(range)) {
    const mask = rows.items(choice);
    const kind = rows.segment.itemKind();
    const keys = itemKeys(rows, group);
    addRows(columns.rows, mask, keys);
    if (carts) addRowsInBoth(carts, mask, kind, keys);
    if (views)
      addRowsInBoth(
        views,
        mask,
        kind.map((cart) => 1 - cart),
        keys,
      );
  }
  return columns;
}

function itemKeys(rows: SegmentRows, group: GroupBy): Keys {
  const { segment, hourNames } = rows;
  if ('by' in group && group.by === 'product') {
    const { codes, values } = segment.product();
    return { codes, groups: group.names.ids(values) };
  }
  const hours = () => {
    const ofEvents = segment.eventHour();
    return Uint8Array.from(segment.itemEvent(), (event) => ofEvents[event] ?? 0);
  };
  const time = timeKeys(group, { day: segment.day, hourNames, hours });
  if (time) return time;
  const { codes, groups } = visitKeys(rows, group);
  return { codes: rows.itemVisits.map((visit) => codes[visit] ?? 0), groups };
}
