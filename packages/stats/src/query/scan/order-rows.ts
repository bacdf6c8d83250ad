import { valueAt } from '../../columns/coded.ts';
import type { VisitDimension } from '../../days/visit-dimensions.ts';
import type { DayOrders } from '../../orders/day-orders.ts';
import { type Has, narrow } from './condition.ts';
import { hourNames, weekdayOf } from './local-hours.ts';
import { keepCodes, keepWithPart, type Mask, partsFrom } from './mask.ts';
import { once } from './once.ts';
import type { PostingVisits } from './posting-visits.ts';
import type { Reading } from './reading.ts';
import type { SegmentRows } from './segment-rows.ts';
import type { Choice } from './selection.ts';

/** Which postings of a day are counted: worked out once for all questions of a call. */
export class OrderRows {
  readonly orders: DayOrders;
  readonly reading: Reading;
  readonly #masks = new Map<Choice, Mask>();
  #visits: PostingVisits | null = null;
  #hourNames: readonly string[] | null = null;

  constructor(orders: DayOrders, reading: Reading) {
    this.orders = orders;
    this.reading = reading;
  }

  postings(choice: Choice): Mask {
    return once(this.#masks, choice, () => this.#choose(choice));
  }

  /** 1: the amounts are in this currency. */
  inCurrency(mask: Mask, currency: string): Mask {
    const column = this.orders.postings.currency;
    if (column.values.every((code) => code === currency)) return mask;
    const own = mask.slice();
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

  /** What the visit of each posting says: `of` its segment's visits, or `otherwise` where there is none. */
  fromVisits<Value>(otherwise: Value, of: (rows: SegmentRows) => (visit: number) => Value): Value[] {
    const { segments, segment, visit } = (this.#visits ??= this.reading.postingVisits(this.orders));
    const values = segments.map((each) => of(this.reading.rowsOf(each)));
    return Array.from(segment, (place, posting) => values[place]?.(visit[posting] ?? 0) ?? otherwise);
  }

  /** The value of each posting: its visit's, but for the country where the order names one itself. */
  idsOf(dimension: VisitDimension): Uint32Array {
    const names = this.reading.names(dimension);
    const ids = Uint32Array.from(
      this.fromVisits(names.id(''), ({ segment }) => {
        const column = segment.visit(dimension);
        const groups = names.ids(column.values);
        return (visit) => groups[column.codes[visit] ?? 0] ?? 0;
      }),
    );
    if (dimension !== 'country') return ids;
    const { country } = this.orders.postings;
    const own = names.ids(country.values);
    return ids.map((id, posting) =>
      valueAt(country, posting) === '' ? id : (own[country.codes[posting] ?? 0] ?? 0),
    );
  }

  #choose({ condition, bots, within }: Choice): Mask {
    const { count, bot } = this.orders.postings;
    const mask = within === null ? new Uint8Array(count).fill(1) : this.postings(within).slice();
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
        return keepWithPart(mask, partsFrom(contentsFrom), codes, has.among(values));
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
        const held = this.fromVisits(0, (rows) => {
          const visits = rows.holding(has);
          return (visit) => visits[visit] ?? 0;
        });
        return keepWhere(mask, (posting) => held[posting] === 1);
      }
      default: {
        const names = this.reading.names(has.dimension);
        const ids = this.idsOf(has.dimension);
        return keepWhere(mask, (posting) => has.test(names.name(ids[posting] ?? 0)));
      }
    }
  }
}

function keepWhere(mask: Mask, isKept: (row: number) => boolean): void {
  for (let row = 0; row < mask.length; row += 1) {
    if (mask[row] === 1 && !isKept(row)) mask[row] = 0;
  }
}
