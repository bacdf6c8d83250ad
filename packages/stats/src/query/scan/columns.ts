import type { Measure } from '../measures.ts';
import { once } from './once.ts';
import { Tally } from './tally.ts';

/** Measures of one source per group. */
export class Columns {
  /** Of rows that are counted, none of which is 0: a group without any is none. */
  readonly rows: Tally;
  readonly #tallies = new Map<Measure, Tally>();

  /** `rows`: one of the measures that does for it. */
  constructor(wanted: Iterable<Measure>, rows: Measure | null = null) {
    for (const measure of wanted) this.#tallies.set(measure, new Tally());
    this.rows = rows === null ? new Tally() : this.tally(rows);
  }

  /** What a measure is counted into; null where it is not wanted. */
  of(measure: Measure): Tally | null {
    return this.#tallies.get(measure) ?? null;
  }

  /** The same, wanted or not. */
  tally(measure: Measure): Tally {
    return once(this.#tallies, measure, () => new Tally());
  }

  get tallies(): ReadonlyMap<Measure, Tally> {
    return this.#tallies;
  }

  set(measure: Measure, tally: Tally): void {
    this.#tallies.set(measure, tally);
  }

  /** What measures of the same rows were counted besides. */
  add(more: Columns): void {
    for (const [measure, tally] of more.tallies) this.#tallies.set(measure, tally);
  }
}
