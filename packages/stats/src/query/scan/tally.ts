import { isZeros } from '../../columns/zeros.ts';
import { sumAll, sumByGroup } from './loops.ts';
import type { Mask } from './mask.ts';
import type { RowGroups } from './row-groups.ts';

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

  /** Adds what another one has in each group. */
  addAll(other: Tally): void {
    if (other.length > this.length) this.#grow(other.length - 1);
    for (let group = 0; group < other.length; group += 1) this.add(group, other.at(group));
  }

  /** Adds the values of the rows of a mask, each to its group. */
  addEach(mask: Mask, values: Uint8Array | Float64Array, groups: RowGroups): void {
    // Most days have no returns or adjustments at all.
    if (isZeros(values)) return;
    if (typeof groups === 'number') return this.add(groups, sumAll(mask, values));
    if (groups.highest >= this.#values.length) this.#grow(groups.highest);
    sumByGroup(this.#values, mask, values, groups.of);
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
