import type { Measure } from '../measures.ts';
import { Tally } from './tally.ts';

/** Measures of one source per group. */
export class Columns {
  /** How many rows are counted: a group without any is none. */
  readonly rows = new Tally();
  readonly #tallies = new Map<Measure, Tally>();

  /** `rows`: the measure that counting rows is. */
  constructor(wanted: Iterable<Measure>, rows: Measure | null = null) {
    for (const measure of wanted) this.#tallies.set(measure, new Tally());
    if (rows !== null) this.#tallies.set(rows, this.rows);
  }

  /** What a measure is counted into; null where it is not wanted. */
  of(measure: Measure): Tally | null {
    return this.#tallies.get(measure) ?? null;
  }

  /** What measures of the same rows were counted besides. */
  add(more: Columns): void {
    for (const [measure, tally] of more.#tallies) this.#tallies.set(measure, tally);
  }
}
