import { addDays } from './calendar.ts';
import type { Database } from './database.ts';
import type { TimeZone } from './time-zone.ts';

const HOUR_MS = 3_600_000;
/** Counted from the start of the day that a salt is for. */
const LIFETIME_MS = 48 * HOUR_MS;
/** Days that are over for longer than that come only out of a replay, which needs its salts for a while. */
const REPLAY_LIFETIME_MS = HOUR_MS;

/** The random keys of a store's visitor hashes, one per store-local day. */
export class Salts {
  readonly #db: Database;
  readonly #zone: TimeZone;
  readonly #now: number;
  readonly #newSalt: () => string;
  readonly #found = new Map<string, string | null>();

  /** `now` is the true time, epoch ms; `newSalt` makes 32 random bytes in hex. */
  constructor(db: Database, zone: TimeZone, now: number, newSalt: () => string) {
    this.#db = db;
    this.#zone = zone;
    this.#now = now;
    this.#newSalt = newSalt;
  }

  /**
   * The salt to hash an event's visitor with: that of the event's day or, where that must be gone already (the last
   * events of a day of 25 hours may arrive that late), that of the day it was received on.
   */
  ofDay(day: string, received: number): string {
    const usable = received < this.#endOfLife(day) ? day : this.#zone.dayOf(received);
    return this.#find(usable) ?? this.#create(usable);
  }

  /** The salt of the day before; null where it must be gone already. */
  ofDayBefore(day: string, received: number): string | null {
    const before = addDays(day, -1);
    if (received >= this.#endOfLife(before)) return null;
    return this.#find(before) ?? this.#create(before);
  }

  #find(day: string): string | null {
    let salt = this.#found.get(day);
    if (salt === undefined) {
      const [row] = this.#db.all<{ salt: string }>(
        'SELECT salt FROM salt WHERE day = ? AND delete_at > ?',
        day,
        this.#now,
      );
      salt = row?.salt ?? null;
      this.#found.set(day, salt);
    }
    return salt;
  }

  #create(day: string): string {
    const salt = this.#newSalt();
    const endOfLife = this.#endOfLife(day);
    this.#db.run(
      'INSERT OR REPLACE INTO salt (day, salt, delete_at) VALUES (?, ?, ?)',
      day,
      salt,
      endOfLife > this.#now ? endOfLife : this.#now + REPLAY_LIFETIME_MS,
    );
    this.#found.set(day, salt);
    return salt;
  }

  #endOfLife(day: string): number {
    return this.#zone.startOfDay(day) + LIFETIME_MS;
  }
}

export function deleteExpiredSalts(db: Database, now: number): void {
  db.run('DELETE FROM salt WHERE delete_at <= ?', now);
}

/** When the next salt has to be deleted, epoch ms; null where there is none. */
export function nextSaltDeletion(db: Database): number | null {
  return db.all<{ at: number | null }>('SELECT MIN(delete_at) AS at FROM salt')[0]?.at ?? null;
}
