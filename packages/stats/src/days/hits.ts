import type { Places } from '../columns/gather.ts';
import type { EventBlock } from './event-block.ts';

/** Events of several blocks, numbered through in the order of the blocks. */
export class Hits {
  readonly blocks: readonly EventBlock[];
  /** Epoch ms. */
  readonly at: Float64Array;
  /** The block that each is in. */
  readonly #block: Uint16Array;
  /** The first of each block, and how many there are. */
  readonly #from: Uint32Array;

  constructor(blocks: readonly EventBlock[]) {
    this.blocks = blocks;
    this.#from = new Uint32Array(blocks.length + 1);
    for (const [index, { at }] of blocks.entries()) this.#from[index + 1] = this.first(index) + at.length;
    this.at = new Float64Array(this.first(blocks.length));
    this.#block = new Uint16Array(this.at.length);
    for (const [index, { at }] of blocks.entries()) {
      this.at.set(at, this.first(index));
      this.#block.fill(index, this.first(index), this.first(index + 1));
    }
  }

  /** Number of the first event of a block. */
  first(block: number): number {
    return this.#from[block] ?? 0;
  }

  /** The order of time. That of the same millisecond depends on what was sent, and not on when it came. */
  compare(a: number, b: number): number {
    const passed = (this.at[a] ?? 0) - (this.at[b] ?? 0);
    if (passed !== 0) return passed;
    const [batchOfA, batchOfB] = [this.#batch(a), this.#batch(b)];
    if (batchOfA === batchOfB) return a - b;
    return batchOfA < batchOfB ? -1 : 1;
  }

  places(hits: Uint32Array): Places {
    const part = new Uint16Array(hits.length);
    const row = new Uint32Array(hits.length);
    for (let index = 0; index < hits.length; index += 1) {
      const hit = hits[index] ?? 0;
      const block = this.#block[hit] ?? 0;
      part[index] = block;
      row[index] = hit - (this.#from[block] ?? 0);
    }
    return { part, row };
  }

  #batch(hit: number): string {
    const block = this.#block[hit] ?? 0;
    const batches = this.blocks[block]?.strings('batch');
    return batches?.values[batches.codes[hit - this.first(block)] ?? 0] ?? '';
  }
}
