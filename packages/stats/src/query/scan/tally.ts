import { highest, sumByGroup } from './loops.ts';
import type { Mask } from './mask.ts';

/** A figure per group. */
export class Tally {
  #values = new Float64Array(16);

  /** Groups from here on have nothing. */
  get length(): number {
    return this.#values.length;
  }

  at(group: number): number {
    return this.#values[group] ?? 0;
  }

  sum(): number {
    let sum = 0;
    for (const value of this.#values) sum += value;
    return sum;
  }

  /** Of some groups together. */
  sumOf(groups: readonly number[]): number {
    let sum = 0;
    for (const group of groups) sum += this.at(group);
    return sum;
  }

  add(group: number, value: number): void {
    if (group >= this.#values.length) this.#grow(group);
    this.#values[group] = (this.#values[group] ?? 0) + value;
  }

  /** What is left of it in each group. */
  without(other: Tally): Tally {
    const rest = new Tally();
    for (let group = 0; group < this.length; group += 1) rest.add(group, this.at(group) - other.at(group));
    return rest;
  }

  /** Adds the values of the rows of a mask, each to its group. */
  addEach(mask: Mask, values: ArrayLike<number>, groups: Uint32Array): void {
    const last = highest(groups);
    if (last >= this.#values.length) this.#grow(last);
    sumByGroup(this.#values, mask, values, groups);
  }

  /** Adds what was counted by the codes of one dictionary; `groups` are those its codes stand for. Leaves `found` empty. */
  take(found: Uint32Array | Float64Array, groups: Uint32Array): void {
    for (let code = 0; code < groups.length; code += 1) {
      const value = found[code] ?? 0;
      if (value === 0) continue;
      this.add(groups[code] ?? 0, value);
      found[code] = 0;
    }
  }

  #grow(group: number): void {
    const values = new Float64Array(Math.max(group + 1, this.#values.length * 2));
    values.set(this.#values);
    this.#values = values;
  }
}
