import { valueAt } from '../../columns/coded.ts';
import type { Dimension } from '../../dimensions.ts';
import type { Measure, Source } from '../measures.ts';
import { Columns } from './columns.ts';
import { type Has, hasOf } from './condition.ts';
import { countOwnersWith } from './counting.ts';
import { partsIn } from './mask.ts';
import type { Reading } from './reading.ts';
import { rowNumbers } from './row-numbers.ts';
import { scan } from './scan.ts';
import { eventsOfVisits } from './segment-keys.ts';
import type { Selection } from './selection.ts';

/**
 * Of all values of a dimension but the shown ones: how many visitors and sessions, orders or customers of a source have
 * one of them, as group 0. Adding up the values would count those twice that have several.
 */
export function scanRest(
  reading: Reading,
  source: Source,
  wanted: ReadonlySet<Measure>,
  selection: Selection,
  dimension: Dimension,
  shown: readonly string[],
): Columns {
  const known = new Set(shown);
  const isOther = (value: string) => !known.has(value);
  const other = hasOf(dimension, isOther, () => reading.from.products());
  if (source === 'orders') return countOrdersOf(reading, selection, other);
  if (dimension === 'page' || dimension === 'event') {
    return countVisitsWith(reading, wanted, selection, dimension, other);
  }
  const { choice } = selection;
  const rest = { ...selection, choice: { condition: other, bots: choice.bots, within: choice, key: null } };
  return scan(reading, source, wanted, rest, 'total');
}

/** Visits that saw one of these pages or had one of these events. */
function countVisitsWith(
  reading: Reading,
  wanted: ReadonlySet<Measure>,
  { range, choice }: Selection,
  dimension: 'page' | 'event',
  other: Has,
): Columns {
  const columns = new Columns(wanted);
  const [sessions, visitors] = [columns.of('sessions'), columns.of('visitors')];
  for (const rows of reading.segments(range)) {
    const mask = rows.visits(choice);
    const { parts, codes, values } = eventsOfVisits(rows.segment, dimension);
    const verdict = other.among(values);
    sessions?.add(0, countOwnersWith(mask, rowNumbers(mask.length), parts, codes, verdict));
    visitors?.add(0, countOwnersWith(mask, rows.segment.visitor(), parts, codes, verdict));
  }
  return columns;
}

/** Orders of which one of these products is sold. */
function countOrdersOf(reading: Reading, { range, choice }: Selection, other: Has): Columns {
  const columns = new Columns(['orders'], 'orders');
  const orders = new Set<string>();
  for (const rows of reading.orders(range)) {
    const { postings, lines } = rows.orders;
    const verdict = other.among(lines.product.values);
    const counted = partsIn(rows.postings(choice), postings.linesFrom);
    for (let posting = 0; posting < postings.count; posting += 1) {
      const end = postings.linesFrom[posting + 1] ?? 0;
      for (let line = postings.linesFrom[posting] ?? 0; line < end; line += 1) {
        const isSold = counted[line] === 1 && lines.isOrder[line] === 1;
        if (isSold && verdict[lines.product.codes[line] ?? 0] === 1)
          orders.add(valueAt(postings.order, posting));
      }
    }
  }
  columns.rows.add(0, orders.size);
  return columns;
}
