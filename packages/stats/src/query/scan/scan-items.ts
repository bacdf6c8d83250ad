import { Columns } from './columns.ts';
import { addRowsOfKinds, type Keys } from './counting.ts';
import { type GroupBy, timeKeys } from './group-by.ts';
import { productKeys } from './product-keys.ts';
import type { Reading } from './reading.ts';
import { visitKeys } from './segment-keys.ts';
import type { SegmentRows } from './segment-rows.ts';
import type { Selection } from './selection.ts';

/** Products of events on the day that those happened: looked at, or put into a cart. */
export function scanItems(reading: Reading, { range, choice }: Selection, group: GroupBy): Columns {
  const columns = new Columns(['product_views', 'add_to_carts']);
  const [views, carts] = [columns.tally('product_views'), columns.tally('add_to_carts')];
  for (const rows of reading.segments(range)) {
    addRowsOfKinds([views, carts], rows.items(choice), rows.segment.itemKind(), itemKeys(rows, group));
  }
  columns.rows.addAll(views);
  columns.rows.addAll(carts);
  return columns;
}

function itemKeys(rows: SegmentRows, group: GroupBy): Keys {
  const { segment } = rows;
  const ofProducts = productKeys(rows.reading, group, () => segment.product());
  if (ofProducts) return ofProducts;
  const hours = () => {
    const ofEvents = segment.eventHour();
    return Uint8Array.from(segment.itemEvent(), (event) => ofEvents[event] ?? 0);
  };
  const time = timeKeys(group, { day: segment.day, hourNames: () => rows.hourNames, hours });
  if (time) return time;
  const { codes, groups } = visitKeys(rows, group);
  return { codes: rows.itemVisits.map((visit) => codes[visit] ?? 0), groups };
}
