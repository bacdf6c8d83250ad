import type { DayReader } from '../../days/day-reader.ts';
import type { DaySegment } from '../../days/day-segment.ts';
import type { DayOrders } from '../../orders/day-orders.ts';
import type { OrderReader, Product } from '../../orders/order-reader.ts';
import { numberOf } from './number-of.ts';
import { once } from './once.ts';

/**
 * What was read, by what it is of (`segments 2026-11-01 2026-11-30`), and which state of it: words that differ wherever
 * any of it does.
 */
export type DataVersion = ReadonlyMap<string, string>;

/** Days, orders and products for the questions of one call: each is asked for once. */
export class ReadOnce {
  readonly #days: DayReader;
  readonly #orders: OrderReader;
  readonly #segments = new Map<string, readonly DaySegment[]>();
  readonly #dayOrders = new Map<string, readonly DayOrders[]>();
  #products: ReadonlyMap<string, Product> | null = null;

  constructor(days: DayReader, orders: OrderReader) {
    this.#days = days;
    this.#orders = orders;
  }

  segments(from: string, to: string): readonly DaySegment[] {
    return once(this.#segments, `${from} ${to}`, () => this.#days.segments(from, to));
  }

  orders(from: string, to: string): readonly DayOrders[] {
    return once(this.#dayOrders, `${from} ${to}`, () => this.#orders.days(from, to));
  }

  products(): ReadonlyMap<string, Product> {
    return (this.#products ??= this.#orders.products());
  }

  /** Of everything that was read so far. */
  version(): DataVersion {
    return new Map([
      ...[...this.#segments].map(([days, found]) => [`segments ${days}`, stateOf(found)] as const),
      ...[...this.#dayOrders].map(([days, found]) => [`orders ${days}`, stateOf(found)] as const),
      ...(this.#products ? [['products', stateOf([this.#products])] as const] : []),
    ]);
  }

  /** Whether all of it is what it was then. */
  is(version: DataVersion): boolean {
    for (const [of, state] of version) if (stateOf(this.#reading(of)) !== state) return false;
    return true;
  }

  #reading(of: string): readonly object[] {
    const [what, from = '', to = ''] = of.split(' ');
    if (what === 'products') return [this.products()];
    return what === 'segments' ? this.segments(from, to) : this.orders(from, to);
  }
}

/** Readers give the same objects as long as they say the same. */
function stateOf(objects: readonly object[]): string {
  return objects.map(numberOf).join();
}
