import { BoundedCache } from '../../columns/bounded-cache.ts';
import type { Mask } from './mask.ts';
import { numberOf } from './number-of.ts';
import type { Choice } from './selection.ts';

/** A screen over two months of five million events a quarter asks for as much. */
const MOST_BYTES = 12_000_000;
/** Of a row: what `fewOf` finds out about a mask lives as long as it does. */
const BYTES_PER_ROW = 2;

/** Rows that were chosen, for the calls that follow: most questions are about what the one before was about. */
export class KeptMasks {
  readonly #masks: BoundedCache<Mask, string>;

  constructor(mostBytes = MOST_BYTES) {
    this.#masks = new BoundedCache(mostBytes);
  }

  /** `of`: what decides with the choice which they are; another object where it says something else. */
  find(of: object, { key }: Choice, rows: string, choose: () => Mask): Mask {
    if (key === null) return choose();
    const name = `${numberOf(of)} ${key} ${rows}`;
    const known = this.#masks.get(name);
    if (known) return known;
    // Where masks are made is made room for others by the next call.
    const mask = choose().slice();
    this.#masks.set(name, mask, mask.length * BYTES_PER_ROW);
    return mask;
  }
}
