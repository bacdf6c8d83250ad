import type { Measure, Of } from '../measures.ts';
import type { Columns } from './columns.ts';
import type { Names } from './names.ts';

/** What was counted per value of a dimension, from wherever it was counted. Values are told by the ids of their names. */
export class Groups {
  readonly #names: Names;
  readonly #columns: readonly Columns[];

  constructor(names: Names, columns: readonly Columns[]) {
    this.#names = names;
    this.#columns = columns;
  }

  /** The values that anything has which is counted. */
  ids(): number[] {
    const ids: number[] = [];
    for (let id = 0; id < this.#names.size; id += 1) {
      if (this.#columns.some(({ rows }) => rows.at(id) > 0)) ids.push(id);
    }
    return ids;
  }

  name(id: number): string {
    return this.#names.name(id);
  }

  of(id: number): Of {
    return (measure) => this.#at(measure, id);
  }

  /** Of several values together. */
  sumOf(ids: readonly number[]): Of {
    const sums = new Map<Measure, number>();
    return (measure) => {
      let sum = sums.get(measure);
      if (sum === undefined) {
        sum = 0;
        for (const id of ids) sum += this.#at(measure, id);
        sums.set(measure, sum);
      }
      return sum;
    };
  }

  #at(measure: Measure, id: number): number {
    for (const columns of this.#columns) {
      const tally = columns.of(measure);
      if (tally) return tally.at(id);
    }
    return 0;
  }
}
