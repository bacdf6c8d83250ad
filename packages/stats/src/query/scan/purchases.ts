import type { DaySegment } from '../../days/day-segment.ts';

/** The visits of a segment by the ids of their purchase events. */
export class Purchases {
  /** Ascending. */
  readonly #ids: Float64Array;
  readonly #visits: Uint32Array;

  constructor(segment: DaySegment) {
    const ids = segment.purchaseId();
    const visits = ownersOf(segment.purchaseEvent(), segment.eventsFrom());
    const order = Uint32Array.from(ids, (_, index) => index).toSorted(
      (a, b) => (ids[a] ?? 0) - (ids[b] ?? 0),
    );
    this.#ids = Float64Array.from(order, (index) => ids[index] ?? 0);
    this.#visits = Uint32Array.from(order, (index) => visits[index] ?? 0);
  }

  /** -1: of none of them. */
  visitOf(event: number): number {
    let [low, high] = [0, this.#ids.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ids[middle] ?? 0) < event) low = middle + 1;
      else high = middle;
    }
    return this.#ids[low] === event ? (this.#visits[low] ?? -1) : -1;
  }
}

/** The row that each part belongs to, where the parts of `row` are from `from[row]` to before `from[row + 1]`. */
export function ownersOf(parts: Uint32Array, from: Uint32Array): Uint32Array {
  const owners = new Uint32Array(parts.length);
  let owner = 0;
  for (let index = 0; index < parts.length; index += 1) {
    while ((from[owner + 1] ?? Infinity) <= (parts[index] ?? 0)) owner += 1;
    owners[index] = owner;
  }
  return owners;
}
