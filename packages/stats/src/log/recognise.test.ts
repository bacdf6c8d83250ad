import { beforeEach, describe, expect, test } from 'vitest';
import { deleteExpiredSalts, nextSaltDeletion } from '../salts.ts';
import { migrate } from '../schema.ts';
import { batchOf, type BatchDescription } from '../testing/batch.ts';
import { NodeDatabase } from '../testing/node-database.ts';
import { Log } from './log.ts';
import type { LoggedEvent } from './logged-batch.ts';

const store = { slug: 'fmdf', timeZone: 'Europe/Berlin', currency: 'EUR' };
let db: NodeDatabase;
let log: Log;
let salts: number;
beforeEach(() => {
  db = new NodeDatabase();
  migrate(db);
  log = new Log(db, 0);
  salts = 0;
});

/** Appends one batch as if it came just now and returns what the log has of its events. */
function send(batch: BatchDescription, settings = store): readonly LoggedEvent[] {
  log.append([{ store: settings, batches: [batchOf(batch)] }], {
    now: Date.parse(batch.at),
    newSalt: () => String((salts += 1)).padStart(64, '0'),
  });
  return log.next().at(-1)?.events ?? [];
}
const visitorOf = (batch: BatchDescription) => send(batch)[0]?.visitor;

describe('a visitor', () => {
  test('is the same all day and somebody else tomorrow', () => {
    const morning = visitorOf({ at: '2026-11-20T08:00:00Z' });
    expect(visitorOf({ at: '2026-11-20T20:00:00Z' })).toBe(morning);
    expect(visitorOf({ at: '2026-11-21T08:00:00Z' })).not.toBe(morning);
  });

  test('is somebody else at another address or shop', () => {
    const visitor = visitorOf({ at: '2026-11-20T08:00:00Z' });
    expect(visitorOf({ at: '2026-11-20T08:00:00Z', from: '192.0.2.2' })).not.toBe(visitor);
    const [elsewhere] = send({ at: '2026-11-20T08:00:00Z' }, { ...store, slug: 'northwind' });
    expect(elsewhere?.visitor).not.toBe(visitor);
  });

  test('is 64 bits', () => {
    expect(visitorOf({ at: '2026-11-20T08:00:00Z' })).toMatch(/^[\w-]{11}$/);
  });

  test('turns at the store’s midnight', () => {
    const before = visitorOf({ at: '2026-11-20T22:59:00Z' });
    expect(visitorOf({ at: '2026-11-20T23:01:00Z' })).not.toBe(before);
  });

  test('is linked to the day before only just after midnight', () => {
    const visitor = visitorOf({ at: '2026-11-20T22:50:00Z' });
    expect(send({ at: '2026-11-20T23:10:00Z' })[0]?.prior).toBe(visitor);
    expect(send({ at: '2026-11-20T23:31:00Z' })[0]).not.toHaveProperty('prior');
  });

  test('of an event that comes a day late is that of its day', () => {
    const visitor = visitorOf({ at: '2026-11-20T12:00:00Z' });
    const late = { at: '2026-11-21T11:00:00Z', events: [{ at: '2026-11-20T12:05:00Z' }] };
    expect(visitorOf(late)).toBe(visitor);
  });
});

const countSalts = () => db.all<{ count: number }>('SELECT COUNT(*) AS count FROM salt')[0]?.count;

describe('a salt', () => {
  test('is gone 48 hours after its day began', () => {
    send({ at: '2026-11-20T12:00:00Z' });
    const end = Date.parse('2026-11-21T23:00:00Z');
    expect(nextSaltDeletion(db)).toBe(end);
    deleteExpiredSalts(db, end - 1);
    expect(countSalts()).toBe(1);
    deleteExpiredSalts(db, end);
    expect(countSalts()).toBe(0);
    expect(nextSaltDeletion(db)).toBeNull();
  });

  test('of a day that is over for 48 hours is not made again', () => {
    // The 25th has 25 hours: its last event may come when its salt is gone.
    const at = '2026-10-26T22:30:00Z';
    const [event] = send({ at, events: [{ at: '2026-10-25T22:35:00Z' }] });
    expect(event?.visitor).toMatch(/^[\w-]{11}$/);
    expect(db.all('SELECT day FROM salt')).toEqual([{ day: '2026-10-26' }]);
  });

  test('of a replayed day lives for an hour', () => {
    const now = Date.parse('2026-11-21T12:00:00Z');
    const batches = [batchOf({ at: '2026-09-01T12:00:00Z' })];
    log.append([{ store, batches }], { now, newSalt: () => '00'.repeat(32) });
    expect(nextSaltDeletion(db)).toBe(now + 3_600_000);
  });
});
