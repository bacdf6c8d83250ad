/** Chance that is the same for the same seed on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  /** 52 random bits: a whole number that every database and JSON carry exactly. */
  hash(): number;
}

/** mulberry32 (public domain): one 32-bit state, fast, and even enough for shares of a percent. */
export function seeded(seed: number): Random {
  let state = seed | 0;
  const bits = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = () => bits() / 2 ** 32;
  return {
    next,
    below: (below) => Math.floor(next() * below),
    hash: () => (bits() >>> 12) * 2 ** 32 + bits(),
  };
}

/** Draws indexes 0 … n-1 as often as their weights say, in O(log n). */
export function weighted(weights: readonly number[]): (random: Random) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const ends = Float64Array.from(weights, (weight) => (sum += weight) / total);
  return (random) => {
    const drawn = random.next();
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 1) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** The weights of Zipf's law: the second is half as frequent as the first, the third a third. */
export function zipf(count: number): number[] {
  return Array.from({ length: count }, (_, rank) => 1 / (rank + 1));
}
