import { addDays } from '../../calendar.ts';
import type { DayReader } from '../../days/day-reader.ts';
import type { DaySegment } from '../../days/day-segment.ts';
import type { Dimension } from '../../dimensions.ts';
import type { DayOrders } from '../../orders/day-orders.ts';
import type { OrderReader } from '../../orders/order-reader.ts';
import type { DayRange } from '../../query.ts';
import type { TimeZone } from '../../time-zone.ts';
import type { Kept } from './kept.ts';
import { type LedOrder, ledOrders } from './led-visits.ts';
import type { Names } from './names.ts';
import { once } from './once.ts';
import { type BesideOrders, OrderRows } from './order-rows.ts';
import { ReadOnce } from './read-once.ts';
import type { PostingVisits } from './posting-visits.ts';
import { type BesideSegment, SegmentRows } from './segment-rows.ts';

/** All that is read of days and orders for the questions of one call, each of it once. */
export class Reading implements BesideSegment, BesideOrders {
  readonly zone: TimeZone;
  readonly from: ReadOnce;
  readonly kept: Kept;
  readonly #names = new Map<Dimension, Names>();
  readonly #segmentRows = new Map<DaySegment, SegmentRows>();
  readonly #orderRows = new Map<DayOrders, OrderRows>();
  /** Days whose orders are asked for together: those of a range and beside it. */
  readonly #spans = new Map<string, DayRange>();
  readonly #ordersByDay = new Map<DayRange, ReadonlyMap<string, readonly DayOrders[]>>();

  constructor(days: DayReader, orders: OrderReader, zone: TimeZone, kept: Kept) {
    this.from = new ReadOnce(days, orders);
    this.zone = zone;
    this.kept = kept;
  }

  names(dimension: Dimension): Names {
    let names = this.#names.get(dimension);
    if (!names) this.#names.set(dimension, (names = this.kept.names(dimension)));
    return names;
  }

  segments({ from, to }: DayRange): SegmentRows[] {
    once(this.#spans, `${from} ${to}`, () => ({ from: addDays(from, -1), to: addDays(to, 1) }));
    return this.from.segments(from, to).map((segment) => this.rowsOf(segment));
  }

  rowsOf(segment: DaySegment): SegmentRows {
    return once(this.#segmentRows, segment, () => new SegmentRows(segment, this));
  }

  orders({ from, to }: DayRange): OrderRows[] {
    return this.from
      .orders(from, to)
      .map((day) => once(this.#orderRows, day, () => new OrderRows(day, this)));
  }

  /** The visits of a segment that led to an order. */
  converted(segment: DaySegment): Uint32Array {
    return this.kept.converted(segment, this.#ordersAround(segment));
  }

  /** The orders that visits of a segment led to. */
  led(segment: DaySegment): LedOrder[] {
    return ledOrders(this.kept.purchases(segment), this.#ordersAround(segment));
  }

  postingVisits(orders: DayOrders): PostingVisits {
    const segments = orders.postings.eventDay.values.flatMap((day) =>
      day === '' ? [] : this.from.segments(day, day),
    );
    return this.kept.postingVisits(orders, segments);
  }

  /** A visit is within its day but for what came after midnight, or before. */
  #ordersAround({ day }: DaySegment): readonly DayOrders[] {
    return [addDays(day, -1), day, addDays(day, 1)].flatMap((near) => this.#ordersOn(near));
  }

  #ordersOn(day: string): readonly DayOrders[] {
    const span = [...this.#spans.values()].find(({ from, to }) => from <= day && day <= to) ?? {
      from: day,
      to: day,
    };
    const days = once(this.#ordersByDay, span, () =>
      Map.groupBy(this.from.orders(span.from, span.to), (orders) => orders.day),
    );
    return days.get(day) ?? [];
  }
}
