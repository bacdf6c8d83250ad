/** Odd, and large enough that neighbours end up far from one another. */
const STRIDE = 7919;
/** How many new pairs a cell has to bring to be chosen: the best ones first. */
const GAINS = [18, 15, 12, 9, 7, 5, 4, 3, 2, 1];

/**
 * A selection of a matrix that is too large to be asked whole: every two values of different dimensions that are in one
 * cell of the matrix are in one that is chosen, too. The same matrix gives the same selection.
 *
 * @param valuesOf the value of a cell in each dimension
 */
export function covering<Cell>(
  cells: readonly Cell[],
  valuesOf: (cell: Cell) => Readonly<Record<string, string>>,
): readonly Cell[] {
  const numbers = new Map<string, number>();
  const numberOf = (value: string) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  };
  const shuffled = cells.map((_cell, at) => cells[(at * STRIDE) % cells.length] as Cell);
  const all = shuffled.map((cell) => ({
    cell,
    values: Object.entries(valuesOf(cell)).map(([dimension, value]) => numberOf(`${dimension}=${value}`)),
  }));
  const covered = new Set<number>();
  const chosen: Cell[] = [];
  for (const gain of GAINS) {
    for (const { cell, values } of all) {
      const gained = pairsOf(values, numbers.size).filter((pair) => !covered.has(pair));
      if (gained.length < gain) continue;
      chosen.push(cell);
      for (const pair of gained) covered.add(pair);
    }
  }
  return chosen;
}

/** Of two values that are in one cell, a number of their own. */
function pairsOf(values: readonly number[], count: number): readonly number[] {
  return values.flatMap((one, at) => values.slice(at + 1).map((other) => one * count + other));
}
