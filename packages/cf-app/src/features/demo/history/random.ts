/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [from, to]. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  /** One of `choices`, as often as its weight says. */
  weighted<Choice extends { readonly weight: number }>(choices: readonly Choice[]): Choice;
  /** One of `values`, the first most often, after Zipf. */
  zipf<Value>(values: readonly Value[]): Value;
  uuid(): string;
}

/** sfc32 (public domain, PractRand), seeded by FNV-1a of a text. */
export function seeded(seed: string): Random {
  let [a, b, c, counter] = [fnv(seed, 1), fnv(seed, 2), fnv(seed, 3), 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 12; warm++) next();

  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    weighted(choices) {
      let rest = next() * choices.reduce((sum, { weight }) => sum + weight, 0);
      return last(choices, (choice) => (rest -= choice.weight) < 0);
    },
    zipf(values) {
      const weights = values.map((_, rank) => 1 / (rank + 1) ** 0.95);
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
      return last(values, (_, rank) => (rest -= weights[rank] ?? 0) < 0);
    },
    uuid() {
      const digits = Array.from({ length: 32 }, () => between(0, 15).toString(16));
      digits[12] = '4';
      digits[16] = (8 + between(0, 3)).toString(16);
      const part = (from: number, to: number) => digits.slice(from, to).join('');
      return [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join('-');
    },
  };
}

/** The first value that fits, or the last one, which rounding may leave over. */
function last<Value>(values: readonly Value[], fits: (value: Value, index: number) => boolean): Value {
  const found = values.find(fits) ?? values.at(-1);
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
}

function fnv(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}
