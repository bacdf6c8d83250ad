import type { Measure, Of } from '../measures.ts';
import type { Columns } from './columns.ts';
import type { Names } from './names.ts';
import type { Tally } from './tally.ts';

/** What was counted per value of a dimension, from wherever it was counted. Values are told by the ids of their names. */
export class Groups {
  readonly #names: Names;
  readonly #rows: readonly Tally[];
  readonly #tallies: ReadonlyMap<Measure, Tally>;

  constructor(names: Names, columns: readonly Columns[]) {
    this.#names = names;
    this.#rows = columns.map(({ rows }) => rows);
    this.#tallies = new Map(columns.flatMap((of) => [...of.tallies]));
  }

  /** The values that anything has which is counted. */
  ids(): number[] {
    const ids: number[] = [];
    for (let id = 0; id < this.#names.size; id += 1) {
      if (this.#rows.some((rows) => rows.at(id) > 0)) ids.push(id);
    }
    return ids;
  }

  name(id: number): string {
    return this.#names.name(id);
  }

  of(id: number): Of {
    return (measure) => this.#tallies.get(measure)?.at(id) ?? 0;
  }

  /** Of several values together. */
  sumOf(ids: readonly number[]): Of {
    return (measure) => this.#tallies.get(measure)?.sumOf(ids) ?? 0;
  }
}
