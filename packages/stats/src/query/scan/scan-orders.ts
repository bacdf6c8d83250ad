import type { DayOrders } from '../../orders/day-orders.ts';
import type { Measure } from '../measures.ts';
import { Columns } from './columns.ts';
import type { GroupBy } from './group-by.ts';
import { partsIn, type Mask } from './mask.ts';
import type { Names } from './names.ts';
import { postingGroups } from './posting-groups.ts';
import { collectionIds } from './product-keys.ts';
import type { Reading } from './reading.ts';
import { type GroupPerRow, groupsByCode, type RowGroups } from './row-groups.ts';
import type { Selection } from './selection.ts';
import { SoldOnce } from './sold-once.ts';

/** What counts of orders, on the day that each was said to happen. */
export function scanOrders(
  reading: Reading,
  wanted: ReadonlySet<Measure>,
  { range, choice, currency }: Selection,
  group: GroupBy,
): Columns {
  const columns = new Columns(wanted);
  const sold = new SoldOnce();
  for (const rows of reading.orders(range)) {
    const mask = rows.postings(choice);
    const own = rows.inCurrency(mask, currency);
    const { postings, lines } = rows.orders;
    if ('by' in group && (group.by === 'product' || group.by === 'collection')) {
      const { linesFrom } = postings;
      const counted = partsIn(mask, linesFrom);
      const [groups, isOrder] =
        group.by === 'product'
          ? [reading.kept.lineIds(lines.product, group.names), lines.isOrder]
          : firstOfCollections(reading, rows.orders, counted, group.names, sold);
      const ownLines = own === mask ? counted : partsIn(own, linesFrom);
      addAmounts(columns, { ...lines, isOrder }, counted, ownLines, groups);
    } else {
      const groups = postingGroups(rows, group);
      addAmounts(columns, postings, mask, own, groups);
      columns.of('taxes')?.addEach(own, postings.tax, groups);
      columns.of('shipping')?.addEach(own, postings.shipping, groups);
      columns.of('shop_orders')?.addEach(mask, postings.isTold, groups);
      columns.of('seen_orders')?.addEach(mask, seenIn(postings), groups);
    }
  }
  return columns;
}

/** Of orders that the shop's server told of, those that a browser told of as well. */
function seenIn({ isTold, event }: DayOrders['postings']): Uint8Array {
  return isTold.map((told, posting) => Number(told === 1 && event[posting] !== 0));
}

/** The collection of each line, and which lines are the first of their order to sell something of it. */
function firstOfCollections(
  reading: Reading,
  orders: DayOrders,
  counted: Mask,
  names: Names,
  sold: SoldOnce,
): readonly [GroupPerRow, Uint8Array] {
  const { codes, values } = orders.lines.product;
  const groups = groupsByCode(codes, collectionIds(reading, names, values));
  return [groups, sold.firstLines(orders, counted, groups.of)];
}

type Amounts = Pick<
  DayOrders['lines'],
  'isOrder' | 'units' | 'gross' | 'discount' | 'returns' | 'adjustment'
>;

/** `own` are those in the store's currency: only they are added up. */
function addAmounts(columns: Columns, of: Amounts, all: Mask, own: Mask, groups: RowGroups): void {
  columns.rows.addEach(all, all, groups);
  columns.of('orders')?.addEach(all, of.isOrder, groups);
  columns.of('own_orders')?.addEach(own, of.isOrder, groups);
  columns.of('units')?.addEach(all, of.units, groups);
  columns.of('gross')?.addEach(own, of.gross, groups);
  columns.of('discounts')?.addEach(own, of.discount, groups);
  columns.of('returns')?.addEach(own, of.returns, groups);
  columns.of('adjustments')?.addEach(own, of.adjustment, groups);
}
