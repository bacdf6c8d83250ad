/** 32 bits of a text's FNV-1a, mixed once more. Different texts may have the same. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Of how many slots at most half are taken. */
const FEWEST_SLOTS = 1024;

/**
 * Where to look for something, by the hash of its name: eight bytes a place. A hash may have several places, and not
 * everything there has that name.
 */
export class HashIndex {
  #hashes = new Uint32Array(FEWEST_SLOTS);
  /** One more than the place: 0 where a slot is free. */
  #places = new Uint32Array(FEWEST_SLOTS);
  #size = 0;

  /** `place` is an integer from 0 to 2³² − 2. */
  add(hash: number, place: number): void {
    if (2 * this.#size >= this.#hashes.length) this.#grow();
    let slot = hash & (this.#hashes.length - 1);
    while (this.#places[slot] !== 0) {
      if (this.#hashes[slot] === hash && this.#places[slot] === place + 1) return;
      slot = (slot + 1) & (this.#hashes.length - 1);
    }
    this.#hashes[slot] = hash;
    this.#places[slot] = place + 1;
    this.#size += 1;
  }

  places(hash: number): number[] {
    const found: number[] = [];
    let slot = hash & (this.#hashes.length - 1);
    for (let place = this.#places[slot]; place; place = this.#places[slot]) {
      if (this.#hashes[slot] === hash) found.push(place - 1);
      slot = (slot + 1) & (this.#hashes.length - 1);
    }
    return found;
  }

  #grow(): void {
    const hashes = this.#hashes;
    const places = this.#places;
    this.#hashes = new Uint32Array(2 * hashes.length);
    this.#places = new Uint32Array(2 * hashes.length);
    this.#size = 0;
    for (const [slot, place] of places.entries()) {
      if (place !== 0) this.add(hashes[slot] ?? 0, place - 1);
    }
  }
}
