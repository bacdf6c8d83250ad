import type { Codes } from '../../columns/coded.ts';
import type { DaySegment } from '../../days/day-segment.ts';
import type { VisitDimension } from '../../days/visit-dimensions.ts';
import type { Dimension } from '../../dimensions.ts';
import type { DayOrders } from '../../orders/day-orders.ts';
import type { TimeZone } from '../../time-zone.ts';
import { type Has, narrow } from './condition.ts';
import type { Kept } from './kept.ts';
import { hourNames, weekdayOf } from './local-hours.ts';
import { keepCodes, keepWithPart, type Mask } from './mask.ts';
import type { Names } from './names.ts';
import { once } from './once.ts';
import type { PostingVisits } from './posting-visits.ts';
import { type GroupPerRow, groupPerRow } from './row-groups.ts';
import type { SegmentRows } from './segment-rows.ts';
import type { Choice } from './selection.ts';
import { copyOf, newMask } from './new-mask.ts';

/** What has been read beside the orders for the questions of the same call. */
export interface BesideOrders {
  readonly zone: TimeZone;
  readonly kept: Kept;
  names(dimension: Dimension): Names;
  rowsOf(segment: DaySegment): SegmentRows;
  postingVisits(orders: DayOrders): PostingVisits;
}

/** Which postings of a day are counted: worked out once for all questions of a call. */
export class OrderRows {
  readonly orders: DayOrders;
  readonly reading: BesideOrders;
  readonly #masks = new Map<Choice, Mask>();
  #visits: PostingVisits | null = null;
  #hourNames: readonly string[] | null = null;

  constructor(orders: DayOrders, reading: BesideOrders) {
    this.orders = orders;
    this.reading = reading;
  }

  postings(choice: Choice): Mask {
    return once(this.#masks, choice, () =>
      this.reading.kept.masks.find(
        choice.condition === null ? this.orders : this.#postingVisits,
        choice,
        '',
        () => this.#choose(choice),
      ),
    );
  }

  /** 1: the amounts are in this currency. */
  inCurrency(mask: Mask, currency: string): Mask {
    const column = this.orders.postings.currency;
    if (column.values.every((code) => code === currency)) return mask;
    const own = copyOf(mask);
    keepCodes(
      own,
      column.codes,
      Uint8Array.from(column.values, (code) => Number(code === currency)),
    );
    return own;
  }

  /** What clocks show in each of the day's hours. */
  get hourNames(): readonly string[] {
    return (this.#hourNames ??= hourNames(this.orders.hours, this.reading.zone));
  }

  /** The value of each posting: its visit's, but for the country and the browser where the order names one itself. */
  idsOf(dimension: VisitDimension): GroupPerRow {
    const names = this.reading.names(dimension);
    return this.reading.kept.postingIds(this.#postingVisits, names, () =>
      groupPerRow(this.#findIds(dimension, names)),
    );
  }

  #findIds(dimension: VisitDimension, names: Names): Uint32Array {
    const ids = this.#fromVisits(names.id(''), ({ segment }) => {
      const { codes, values } = segment.visit(dimension);
      return { codes, values: names.ids(values) };
    });
    if (dimension !== 'country' && dimension !== 'browser') return ids;
    const { codes, values } = this.orders.postings[dimension];
    const own = names.ids(values);
    return ids.map((id, posting) => {
      const code = codes[posting] ?? 0;
      return values[code] === '' ? id : (own[code] ?? 0);
    });
  }

  get #postingVisits(): PostingVisits {
    return (this.#visits ??= this.reading.postingVisits(this.orders));
  }

  /** What the visit of each posting has; `otherwise` where there is none. */
  #fromVisits(
    otherwise: number,
    of: (rows: SegmentRows) => { readonly codes: Codes; readonly values: ArrayLike<number> },
  ): Uint32Array {
    const { segments, segment, visit } = this.#postingVisits;
    const found = new Uint32Array(segment.length).fill(otherwise);
    segments.forEach((each, place) => {
      const { codes, values } = of(this.reading.rowsOf(each));
      for (let posting = 0; posting < found.length; posting += 1) {
        if (segment[posting] !== place) continue;
        found[posting] = values[codes[visit[posting] ?? 0] ?? 0] ?? 0;
      }
    });
    return found;
  }

  #choose({ condition, bots, within }: Choice): Mask {
    const { count, bot } = this.orders.postings;
    const mask = within === null ? newMask(count).fill(1) : copyOf(this.postings(within));
    if (!bots)
      keepCodes(
        mask,
        bot.codes,
        Uint8Array.from(bot.values, (why) => Number(why === '')),
      );
    if (condition !== null) narrow(mask, condition, (rows, has) => this.#keep(rows, has));
    return mask;
  }

  #keep(mask: Mask, has: Has): void {
    const { hour, contentsFrom, customerKind } = this.orders.postings;
    switch (has.dimension) {
      case 'product': {
        const { codes, values } = this.orders.contents;
        return keepWithPart(mask, contentsFrom, codes, has.among(values));
      }
      case 'customer':
        return keepCodes(mask, customerKind.codes, has.among(customerKind.values));
      case 'hour':
        return keepCodes(mask, hour, has.among(this.hourNames));
      case 'weekday':
        if (!has.test(weekdayOf(this.orders.day))) mask.fill(0);
        return;
      case 'page':
      case 'event': {
        const held = this.#fromVisits(0, (rows) => ({ codes: rows.holding(has), values: [0, 1] }));
        return keepCodes(mask, held, Uint8Array.of(0, 1));
      }
      default: {
        const names = this.reading.names(has.dimension);
        const { of: ids } = this.idsOf(has.dimension);
        for (let posting = 0; posting < mask.length; posting += 1) {
          if (mask[posting] === 1 && !has.test(names.name(ids[posting] ?? 0))) mask[posting] = 0;
        }
      }
    }
  }
}
