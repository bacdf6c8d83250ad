import { createSecretKey, type KeyObject } from 'node:crypto';
import { addDays } from './calendar.ts';
import type { Database } from './database.ts';
import type { TimeZone } from './time-zone.ts';

const HOUR_MS = 3_600_000;
/** Counted from the start of the day that a salt is for. */
export const SALT_LIFETIME_MS = 48 * HOUR_MS;
/** Days that are over for longer than that come only out of a replay, which needs its salts for a while. */
export const REPLAY_LIFETIME_MS = HOUR_MS;

/** The random keys of a store's visitor hashes, one per store-local day. */
export class Salts {
  readonly #db: Database;
  readonly #zone: TimeZone;
  #now = 0;
  #newSalt: () => string = () => '';
  readonly #found = new Map<string, Salt>();

  constructor(db: Database, zone: TimeZone) {
    this.#db = db;
    this.#zone = zone;
  }

  /** From here on `now` is the true time, epoch ms, and `newSalt` makes 32 random bytes in hex. */
  continueAt(now: number, newSalt: () => string): void {
    this.#now = now;
    this.#newSalt = newSalt;
    for (const [day, { deleteAt }] of this.#found) if (deleteAt <= now) this.#found.delete(day);
  }

  /**
   * The salt to hash an event's visitor with: that of the event's day or, where that must be gone already (the last
   * events of a day of 25 hours may arrive that late), that of the day it was received on.
   */
  ofDay(day: string, received: number): KeyObject {
    const usable = received < this.#endOfLife(day) ? day : this.#zone.dayOf(received);
    return this.#find(usable) ?? this.#create(usable);
  }

  /** The salt of the day before; null where it must be gone already. */
  ofDayBefore(day: string, received: number): KeyObject | null {
    const before = addDays(day, -1);
    if (received >= this.#endOfLife(before)) return null;
    return this.#find(before) ?? this.#create(before);
  }

  #find(day: string): KeyObject | null {
    const known = this.#found.get(day);
    if (known) return known.key;
    const [row] = this.#db.all<{ salt: string; delete_at: number }>(
      'SELECT salt, delete_at FROM salt WHERE day = ? AND delete_at > ?',
      day,
      this.#now,
    );
    if (!row) return null;
    return this.#keep(day, row.salt, row.delete_at);
  }

  #create(day: string): KeyObject {
    const salt = this.#newSalt();
    const endOfLife = this.#endOfLife(day);
    const deleteAt = endOfLife > this.#now ? endOfLife : this.#now + REPLAY_LIFETIME_MS;
    this.#db.run('INSERT OR REPLACE INTO salt (day, salt, delete_at) VALUES (?, ?, ?)', day, salt, deleteAt);
    return this.#keep(day, salt, deleteAt);
  }

  #keep(day: string, salt: string, deleteAt: number): KeyObject {
    const key = createSecretKey(Buffer.from(salt, 'hex'));
    this.#found.set(day, { key, deleteAt });
    return key;
  }

  #endOfLife(day: string): number {
    return this.#zone.startOfDay(day) + SALT_LIFETIME_MS;
  }
}

interface Salt {
  readonly key: KeyObject;
  /** Epoch ms. */
  readonly deleteAt: number;
}

export function deleteExpiredSalts(db: Database, now: number): void {
  db.run('DELETE FROM salt WHERE delete_at <= ?', now);
}

/** When the next salt has to be deleted, epoch ms; null where there is none. */
export function nextSaltDeletion(db: Database): number | null {
  return db.all<{ at: number | null }>('SELECT MIN(delete_at) AS at FROM salt')[0]?.at ?? null;
}
