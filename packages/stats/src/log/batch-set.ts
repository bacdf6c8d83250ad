/** 64 bits of a batch's id, in two halves. */
export interface BatchHash {
  readonly high: number;
  readonly low: number;
}

/** Bytes of a hash in `toBytes`. */
export const HASH_BYTES = 8;

/**
 * The same id has the same hash for ever: hashes are stored. Two of a million different ones share one once in thirty
 * million stores.
 */
export function hashBatch(id: string): BatchHash {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  // No hash at all is what marks a free place in the set.
  return { high: high >>> 0, low: low >>> 0 || 1 };
}

/** A set of hashes that takes some 16 bytes each. */
export class BatchSet {
  #halves = new Uint32Array(2 * 64);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has({ high, low }: BatchHash): boolean {
    return this.#halves[this.#find(high, low) + 1] !== 0;
  }

  add({ high, low }: BatchHash): void {
    const place = this.#find(high, low);
    if (this.#halves[place + 1] !== 0) return;
    this.#halves[place] = high;
    this.#halves[place + 1] = low;
    this.#size += 1;
    if (this.#size * 3 > this.#halves.length) this.#grow();
  }

  /** All that `toBytes` was given. */
  addBytes(bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + HASH_BYTES <= bytes.byteLength; at += HASH_BYTES) {
      this.add({ high: view.getUint32(at, true), low: view.getUint32(at + 4, true) });
    }
  }

  /** Twice the place of the hash or, where it is not there, of the free place for it. */
  #find(high: number, low: number): number {
    const mask = this.#halves.length - 2;
    let place = (low << 1) & mask;
    for (;;) {
      const found = this.#halves[place + 1];
      if (found === 0 || (found === low && this.#halves[place] === high)) return place;
      place = (place + 2) & mask;
    }
  }

  #grow(): void {
    const old = this.#halves;
    this.#halves = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      const [high = 0, low = 0] = [old[at], old[at + 1]];
      if (low === 0) continue;
      const place = this.#find(high, low);
      this.#halves[place] = high;
      this.#halves[place + 1] = low;
    }
  }
}

/** `HASH_BYTES` each, in their order. */
export function toBytes(hashes: readonly BatchHash[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [index, { high, low }] of hashes.entries()) {
    view.setUint32(index * HASH_BYTES, high, true);
    view.setUint32(index * HASH_BYTES + 4, low, true);
  }
  return bytes;
}
