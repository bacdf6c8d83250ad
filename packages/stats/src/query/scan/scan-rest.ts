import { valueAt } from '../../columns/coded.ts';
import type { Dimension } from '../../dimensions.ts';
import type { Measure, Source } from '../measures.ts';
import { Columns } from './columns.ts';
import { Has } from './condition.ts';
import { partsIn } from './mask.ts';
import type { Reading } from './reading.ts';
import { scan } from './scan.ts';
import type { Selection } from './selection.ts';

/** What may have several values of a dimension, by where it is counted. */
const DISTINCT: { readonly [Of in Source]?: ReadonlySet<Measure> } = {
  sessions: new Set<Measure>(['sessions', 'visitors']),
  customers: new Set<Measure>(['customers', 'returning_customers']),
};

/**
 * Of all values of a dimension but the shown ones: how many visitors and sessions, orders or customers of a source have
 * one of them, as group 0. Adding up the values would count those twice that have several.
 */
export function scanRest(
  reading: Reading,
  source: Source,
  selection: Selection,
  dimension: Dimension,
  shown: readonly string[],
): Columns {
  const known = new Set(shown);
  const isOther = (value: string) => !known.has(value);
  if (source === 'orders') return countOrdersOf(reading, selection, isOther);
  const { choice } = selection;
  const condition = new Has(dimension, isOther);
  const rest = { ...selection, choice: { condition, bots: choice.bots, within: choice } };
  return scan(reading, source, DISTINCT[source] ?? new Set(), rest, 'total');
}

/** Orders of which one of these products is sold. */
function countOrdersOf(
  reading: Reading,
  { range, choice }: Selection,
  isOther: (product: string) => boolean,
): Columns {
  const columns = new Columns(['orders'], 'orders');
  const orders = new Set<string>();
  for (const rows of reading.orders(range)) {
    const { postings, lines } = rows.orders;
    const other = Uint8Array.from(lines.product.values, (product) => Number(isOther(product)));
    const counted = partsIn(rows.postings(choice), postings.linesFrom);
    for (let posting = 0; posting < postings.count; posting += 1) {
      const end = postings.linesFrom[posting + 1] ?? 0;
      for (let line = postings.linesFrom[posting] ?? 0; line < end; line += 1) {
        const isSold = counted[line] === 1 && lines.isOrder[line] === 1;
        if (isSold && other[lines.product.codes[line] ?? 0] === 1)
          orders.add(valueAt(postings.order, posting));
      }
    }
  }
  columns.rows.add(0, orders.size);
  return columns;
}
