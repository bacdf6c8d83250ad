import { valueAt } from '../../columns/coded.ts';
import type { Dimension } from '../../dimensions.ts';
import type { VisitDimension } from '../../days/visit-dimensions.ts';
import type { Measure, Source } from '../measures.ts';
import { Columns } from './columns.ts';
import { type Has, hasOf } from './condition.ts';
import { countOwnersBy, countOwnersWith } from './counting.ts';
import type { EventDimension } from './held-values.ts';
import { partsIn } from './mask.ts';
import type { Names } from './names.ts';
import { ownRows } from './owners.ts';
import type { Reading } from './reading.ts';
import { scan } from './scan.ts';
import { isOfVisit } from './segment-keys.ts';
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
  const isOther = otherThan(shown);
  if (source === 'orders') {
    return countOrdersOf(
      reading,
      selection,
      hasOf(dimension, isOther, () => reading.from.products()),
    );
  }
  if (source === 'sessions') {
    const verdictOf = verdicts(reading.names(dimension), shown);
    if (dimension === 'page' || dimension === 'event') {
      return countVisitsWith(reading, wanted, selection, dimension, verdictOf);
    }
    if (isOfVisit(dimension)) return countVisitsBy(reading, wanted, selection, dimension, verdictOf);
  }
  const condition = hasOf(dimension, isOther, () => reading.from.products());
  const { choice } = selection;
  const rest = { ...selection, choice: { condition, bots: choice.bots, within: choice, key: null } };
  return scan(reading, source, wanted, rest, 'total');
}

function otherThan(shown: readonly string[]): (value: string) => boolean {
  const known = new Set(shown);
  return (value) => !known.has(value);
}

/** 1 for each value of a dictionary that is not shown. */
type Verdicts = (values: readonly string[]) => Uint8Array;

function verdicts(names: Names, shown: readonly string[]): Verdicts {
  const isShown = new Uint8Array(names.size);
  for (const id of names.ids(shown)) isShown[id] = 1;
  return (values) => {
    const ids = names.ids(values);
    const verdict = new Uint8Array(ids.length);
    for (let code = 0; code < ids.length; code += 1) verdict[code] = 1 - (isShown[ids[code] ?? 0] ?? 0);
    return verdict;
  };
}

/** Visits that saw one of these pages or had one of these events. */
function countVisitsWith(
  reading: Reading,
  wanted: ReadonlySet<Measure>,
  { range, choice }: Selection,
  dimension: EventDimension,
  verdictOf: Verdicts,
): Columns {
  const columns = new Columns(wanted);
  const [sessions, visitors] = [columns.of('sessions'), columns.of('visitors')];
  for (const rows of reading.segments(range)) {
    const mask = rows.visits(choice);
    const held = rows.held(dimension);
    const verdict = verdictOf(held.values);
    sessions?.add(0, countOwnersWith(mask, ownRows(mask.length), held, verdict));
    visitors?.add(0, countOwnersWith(mask, rows.visitors, held, verdict));
  }
  return columns;
}

/** Visits that have one of these values. */
function countVisitsBy(
  reading: Reading,
  wanted: ReadonlySet<Measure>,
  { range, choice }: Selection,
  dimension: VisitDimension,
  verdictOf: Verdicts,
): Columns {
  const columns = new Columns(wanted);
  const [sessions, visitors] = [columns.of('sessions'), columns.of('visitors')];
  for (const rows of reading.segments(range)) {
    const mask = rows.visits(choice);
    const { codes, values } = rows.segment.visit(dimension);
    const verdict = verdictOf(values);
    sessions?.add(0, countOwnersBy(mask, ownRows(mask.length), codes, verdict));
    visitors?.add(0, countOwnersBy(mask, rows.visitors, codes, verdict));
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
