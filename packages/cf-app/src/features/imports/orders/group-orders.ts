import type { OrderGroup, PlacedRow } from './order-export.ts';

/**
 * Gathers the rows of each order. Exports keep them together but for a few, so an order counts as complete once none
 * of its rows has been seen for `window` rows; memory stays small however long the file is.
 */
export class OrderGroups {
  readonly #window: number;
  readonly #open = new Map<string, { last: number; rows: [PlacedRow, ...PlacedRow[]] }>();
  readonly #complete = new Set<string>();
  #count = 0;

  constructor(window: number) {
    this.#window = window;
  }

  /** Adds a row and returns the orders that are complete now. False where the row's own order was complete before. */
  add(placed: PlacedRow): OrderGroup[] | false {
    const { order } = placed.row;
    if (this.#complete.has(order)) return false;
    this.#count++;
    const known = this.#open.get(order);
    // Taken out and put back: a Map keeps the order of insertion, so the one not seen for longest comes first.
    this.#open.delete(order);
    if (known) known.rows.push(placed);
    this.#open.set(order, { last: this.#count, rows: known?.rows ?? [placed] });
    return this.#takeWhile((last) => last < this.#count - this.#window);
  }

  /** The orders that are left when there are no more rows. */
  end(): OrderGroup[] {
    return this.#takeWhile(() => true);
  }

  #takeWhile(isComplete: (last: number) => boolean): OrderGroup[] {
    const groups: OrderGroup[] = [];
    for (const [order, { last, rows }] of this.#open) {
      if (!isComplete(last)) break;
      this.#open.delete(order);
      this.#complete.add(order);
      groups.push({ order, rows });
    }
    return groups;
  }
}
