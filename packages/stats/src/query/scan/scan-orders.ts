import type { DayOrders } from '../../orders/day-orders.ts';
import type { Measure } from '../measures.ts';
import { Columns } from './columns.ts';
import type { GroupBy } from './group-by.ts';
import { groupsOf } from './loops.ts';
import { partsIn, type Mask } from './mask.ts';
import { postingGroups } from './posting-groups.ts';
import { productKeys } from './product-keys.ts';
import type { Reading } from './reading.ts';
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
    const products = productKeys(reading, group, () => lines.product);
    if (products) {
      const groups = groupsOf(products.codes, products.groups);
      const { linesFrom } = postings;
      const counted = partsIn(mask, linesFrom);
      const isOrder =
        'by' in group && group.by === 'collection'
          ? sold.firstLines(rows.orders, counted, groups)
          : lines.isOrder;
      addAmounts(columns, { ...lines, isOrder }, counted, partsIn(own, linesFrom), groups);
    } else {
      const groups = postingGroups(rows, group);
      addAmounts(columns, postings, mask, own, groups);
      add(columns, 'taxes', own, postings.tax, groups);
      add(columns, 'shipping', own, postings.shipping, groups);
      add(columns, 'shop_orders', mask, postings.isTold, groups);
      if (columns.of('seen_orders')) add(columns, 'seen_orders', mask, seenIn(postings), groups);
    }
  }
  return columns;
}

/** Of orders that the shop's server told of, those that a browser told of as well. */
function seenIn({ isTold, event }: DayOrders['postings']): Uint8Array {
  return isTold.map((told, posting) => Number(told === 1 && event[posting] !== 0));
}

type Amounts = DayOrders['postings'] | DayOrders['lines'];

/** `own` are those in the store's currency: only they are added up. */
function addAmounts(columns: Columns, of: Amounts, all: Mask, own: Mask, groups: Uint32Array): void {
  add(columns, 'rows', all, all, groups);
  add(columns, 'orders', all, of.isOrder, groups);
  add(columns, 'own_orders', own, of.isOrder, groups);
  add(columns, 'units', all, of.units, groups);
  add(columns, 'gross', own, of.gross, groups);
  add(columns, 'discounts', own, of.discount, groups);
  add(columns, 'returns', own, of.returns, groups);
  add(columns, 'adjustments', own, of.adjustment, groups);
}

function add(
  columns: Columns,
  measure: Measure | 'rows',
  mask: Mask,
  values: ArrayLike<number>,
  groups: Uint32Array,
): void {
  const tally = measure === 'rows' ? columns.rows : columns.of(measure);
  tally?.addEach(mask, values, groups);
}
