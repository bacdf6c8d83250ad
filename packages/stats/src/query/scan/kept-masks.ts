import { BoundedCache, type MemoryBudget } from '../../columns/bounded-cache.ts';
import { fewOf } from './few.ts';
import type { Mask } from './mask.ts';
import { ownMask } from './new-mask.ts';
import { numberOf } from './number-of.ts';
import type { Choice } from './selection.ts';

/** Rows that were chosen, for the calls that follow: most questions are about what the one before was about. */
export class KeptMasks {
  readonly #masks: BoundedCache<Mask, string>;

  constructor(budget: MemoryBudget) {
    this.#masks = new BoundedCache(budget);
  }

  /**
   * `of`: what decides with the choice which they are; another object where it says something else. `choose` may use other
   * masks that it makes only while it chooses.
   */
  find(of: object, { key }: Choice, rows: string, choose: () => Mask): Mask {
    if (key === null) return choose();
    const name = `${numberOf(of)} ${key} ${rows}`;
    return this.#masks.once(name, () => ownMask(choose), sizeOfMask);
  }
}

/** What is found out about a mask lives as long as it does. */
function sizeOfMask(mask: Mask): number {
  return mask.length + (fewOf(mask)?.byteLength ?? 0);
}
