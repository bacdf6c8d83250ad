import { dayNumber } from '../calendar.ts';
import type { Database } from '../database.ts';

/** Of the row of a day's part that has its first slice: `id` × `SLICES`. */
export const SLICES = 16;
/** Ids of a day's parts begin at the day's number times as many. */
export const PARTS = 4096;

/** A part of a day. */
export interface Place {
  readonly id: number;
  /** Of its content. */
  readonly version: number;
}

/** Which parts days have: read once, and changed along with them. */
export class DayPlaces {
  readonly #db: Database;
  /** By the day's number; ids ascending. Null until it is read. */
  #known: Map<number, Map<number, number>> | null = null;
  /** `db.undone` when it was. */
  #undone = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Of the days from `from` to `to` (`YYYY-MM-DD`, both included), day by day. */
  between(from: string, to: string): Place[] {
    const known = this.#read();
    const places: Place[] = [];
    for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
      for (const [id, version] of known.get(day) ?? []) places.push({ id, version });
    }
    return places;
  }

  /** What was written; null: the part is gone. A day's new part comes after its others. */
  set(id: number, version: number | null): void {
    if (!this.#known) return;
    const day = Math.floor(id / PARTS);
    const ofDay = this.#known.get(day) ?? new Map<number, number>();
    if (version === null) ofDay.delete(id);
    else ofDay.set(id, version);
    this.#known.set(day, ofDay);
  }

  forget(): void {
    this.#known = null;
  }

  #read(): ReadonlyMap<number, ReadonlyMap<number, number>> {
    if (this.#known && this.#undone === this.#db.undone) return this.#known;
    this.#known = new Map();
    this.#undone = this.#db.undone;
    for (const { id, version } of this.#db.all<{ id: number; version: number }>(
      'SELECT id, version FROM day_orders ORDER BY id',
    )) {
      if (id % SLICES === 0) this.set(id / SLICES, version);
    }
    return this.#known;
  }
}
