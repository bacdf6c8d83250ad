import type { DaySegment } from '../../days/day-segment.ts';
import type { Has } from './condition.ts';
import type { EventDimension, HeldValues } from './held-values.ts';
import type { LedOrder } from './led-visits.ts';
import { weekdayOf } from './local-hours.ts';
import { keepBoth, keepCodes, keepWithPart, type Mask } from './mask.ts';
import { newMask } from './new-mask.ts';

/** What is asked about the visits of a segment. */
interface Visits {
  readonly segment: DaySegment;
  readonly reading: { led(segment: DaySegment): LedOrder[] };
  /** The visit of each item. */
  readonly itemVisits: Uint32Array;
  /** What clocks show in each of the day's hours. */
  readonly hourNames: readonly string[];
  /** What visits have several of. */
  held(dimension: EventDimension): HeldValues;
}

/**
 * Keeps the visits that have what is asked for. A visit has each page that it saw, each event, each product that it
 * looked at and each kind of customer that it led to an order of.
 */
export function keepVisits(mask: Mask, has: Has, rows: Visits): void {
  const { segment } = rows;
  switch (has.dimension) {
    case 'page':
    case 'event': {
      const { from, codes, values } = rows.held(has.dimension);
      return keepWithPart(mask, from, codes, has.among(values));
    }
    case 'product':
      return keepBoth(mask, lookingAt(has, rows));
    case 'customer':
      return keepBoth(mask, leadingTo(has, rows));
    case 'hour':
      return keepCodes(mask, segment.visitHour(), has.among(rows.hourNames));
    case 'weekday':
      if (!has.test(weekdayOf(segment.day))) mask.fill(0);
      return;
    default: {
      const column = segment.visit(has.dimension);
      return keepCodes(mask, column.codes, has.among(column.values));
    }
  }
}

function lookingAt(has: Has, { segment, itemVisits }: Visits): Mask {
  const looked = newMask(segment.visitCount);
  const { codes, values } = segment.product();
  const verdict = has.among(values);
  const kind = segment.itemKind();
  for (let item = 0; item < kind.length; item += 1) {
    if (kind[item] === 0 && verdict[codes[item] ?? 0] === 1) looked[itemVisits[item] ?? 0] = 1;
  }
  return looked;
}

function leadingTo(has: Has, { segment, reading }: Visits): Mask {
  const led = newMask(segment.visitCount);
  for (const { visit, customerKind } of reading.led(segment)) {
    if (has.test(customerKind)) led[visit] = 1;
  }
  return led;
}
