import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SqlRow, SqlValue } from '../database.ts';
import type { ReceivedBatch } from '../event.ts';
import { migrate } from '../schema.ts';
import { batchOf } from '../testing/batch.ts';
import { NodeDatabase } from '../testing/node-database.ts';
import { chunkLines, utcDay } from './chunks.ts';
import { Log } from './log.ts';
import { type LoggedBatch, readBatchLine } from './logged-batch.ts';
import { RECOGNISED_MS } from './recent-batches.ts';

const STORE = { slug: 'fmdf', timeZone: 'Europe/Berlin', currency: 'EUR' };
const NOON = Date.parse('2026-11-20T12:00:00Z');
const DAY = 86_400_000;
const newSalt = () => '5a'.repeat(32);

/** Stops at some statement as an object does: what is in no finished transaction is gone. */
class StoppingDatabase extends NodeDatabase {
  /** Statements until it stops. */
  left = Number.POSITIVE_INFINITY;

  override all<Row extends SqlRow>(sql: string, ...parameters: readonly SqlValue[]): Row[] {
    this.#countDown();
    return super.all<Row>(sql, ...parameters);
  }

  override run(sql: string, ...parameters: readonly SqlValue[]): void {
    this.#countDown();
    super.run(sql, ...parameters);
  }

  #countDown(): void {
    if (this.left <= 0) throw new Error('stopped');
    this.left -= 1;
  }
}

let db: StoppingDatabase;
let log: Log;
beforeEach(() => {
  db = new StoppingDatabase();
  migrate(db);
  log = new Log(db, NOON);
});

function send(batches: readonly ReceivedBatch[], now = NOON) {
  return log.append([{ store: STORE, batches }], { now, newSalt })[0];
}

function storeAll(into: LoggedBatch[], now = NOON): void {
  while (log.waiting > 0) log.store(log.next().length, now, (batches) => into.push(...batches));
}

function storedLines(): string[] {
  const lines: string[] = [];
  for (let seq = 1; ;) {
    const some = chunkLines(db, seq, Number.MAX_SAFE_INTEGER);
    if (some.length === 0) return lines;
    lines.push(...some.map(({ text }) => text));
    seq = (some.at(-1)?.seq ?? seq) + 1;
  }
}

const slots = () => db.all<{ slot: number }>('SELECT slot FROM inbox ORDER BY slot').map(({ slot }) => slot);
const days = () =>
  db
    .all<{ received: number }>('SELECT received FROM log_chunk ORDER BY first')
    .map(({ received }) => utcDay(received));
const ids = (batches: readonly { readonly batch: string }[]) => batches.map(({ batch }) => batch);
const batchesAt = (...times: number[]) => times.map((at) => batchOf({ at: new Date(at).toISOString() }));

describe('a batch', () => {
  test('that is sent again gets the same receipt and has no second effect', () => {
    const [batch] = batchesAt(NOON);
    if (!batch) return;
    const receipt = { accepted: 1, rejected: [] };
    expect(send([batch, batch])).toEqual([receipt, receipt]);
    const otherwise = { ...batch, events: [] };
    expect(send([otherwise])).toEqual([receipt]);
    const stored: LoggedBatch[] = [];
    storeAll(stored);
    expect(send([otherwise])).toEqual([receipt]);
    storeAll(stored);
    expect(ids(stored)).toEqual([batch.batch]);
  });

  test('is recognised for a week, whatever happens to the object', () => {
    const batches = batchesAt(NOON, NOON);
    send(batches);
    storeAll([]);
    for (const later of [0, RECOGNISED_MS]) {
      log = new Log(db, NOON + later);
      send(batches, NOON + later);
      expect(log.waiting).toBe(0);
    }
    // Days are forgotten as a whole.
    send(batchesAt(NOON), NOON + RECOGNISED_MS + DAY);
    storeAll([], NOON + RECOGNISED_MS + DAY);
    send(batches, NOON + RECOGNISED_MS + DAY);
    expect(log.waiting).toBe(2);
  });

  test('names neither address nor user agent, wherever it is', () => {
    send(batchesAt(NOON));
    const inbox = JSON.stringify(db.all('SELECT * FROM inbox'));
    storeAll([]);
    for (const text of [inbox, ...storedLines()]) {
      expect(text).toContain('shop.example');
      expect(text).not.toContain('192.0.2.1');
      expect(text).not.toContain('an agent of its own');
    }
  });
});

describe('the inbox', () => {
  test('has a row for all that comes together and uses rows again', () => {
    for (let round = 0; round < 5; round += 1) {
      send(batchesAt(NOON, NOON, NOON));
      send(batchesAt(NOON));
      storeAll([]);
    }
    expect(slots()).toEqual([0, 1]);
  });

  test('keeps what is not stored while something else is', () => {
    const batches = batchesAt(NOON, NOON, NOON);
    send(batches.slice(0, 2));
    send(batches.slice(2));
    log.store(1, NOON, () => {});
    log = new Log(db, NOON);
    expect(log.waiting).toBe(2);
    const stored: LoggedBatch[] = [];
    storeAll(stored);
    expect(ids(stored)).toEqual(ids(batches.slice(1)));
  });

  test('takes in more than a row may have, and is small again afterwards', () => {
    const title = 'x'.repeat(4000);
    const large = Array.from({ length: 700 }, () =>
      batchOf({ at: new Date(NOON).toISOString(), events: Array.from({ length: 10 }, () => ({ title })) }),
    );
    send(large);
    expect(slots().length).toBeGreaterThan(64);
    const stored: LoggedBatch[] = [];
    storeAll(stored);
    expect(ids(stored)).toEqual(ids(large));
    expect(slots()).toHaveLength(64);
  });
});

describe('chunks', () => {
  test('grow, and are of one day each', () => {
    for (const at of [NOON, NOON, NOON + DAY, NOON + DAY, NOON + DAY]) {
      send(batchesAt(at));
      storeAll([]);
    }
    send(batchesAt(NOON + DAY, NOON + 2 * DAY));
    storeAll([]);
    expect(days()).toEqual(['2026-11-20', '2026-11-21', '2026-11-22']);
    expect(storedLines()).toHaveLength(7);
  });

  test('do not change once they are planned for the archive', () => {
    send(batchesAt(NOON));
    storeAll([]);
    db.run(`INSERT INTO archive_part (kind, first, last, day) VALUES ('log', 1, 1, '2026-11-20')`);
    send(batchesAt(NOON));
    storeAll([]);
    expect(days()).toHaveLength(2);
  });

  test('are there with what is counted of them or not at all', () => {
    send(batchesAt(NOON, NOON));
    expect(() =>
      log.store(2, NOON, () => {
        throw new Error('not to be counted');
      }),
    ).toThrow('not to be counted');
    expect(storedLines()).toEqual([]);
    expect(log.waiting).toBe(2);
  });
});

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ sends: fc.array(fc.nat(19), { minLength: 1, maxLength: 4 }) }) },
  { weight: 3, arbitrary: fc.record({ stores: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.constant('stop' as const) },
);

test('stopped anywhere, what was acknowledged is stored exactly once and in its order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ step, left: fc.option(fc.nat(6), { freq: 3 }) }), { maxLength: 30 }),
      (steps) => {
        db = new StoppingDatabase();
        migrate(db);
        log = new Log(db, NOON);
        const known = batchesAt(...Array.from({ length: 20 }, (_, index) => NOON + (index % 3) * DAY));
        const acknowledged: string[] = [];
        const counted: string[] = [];
        for (const { step: what, left } of steps) {
          db.left = left ?? Number.POSITIVE_INFINITY;
          try {
            if (what === 'stop') throw new Error('stopped');
            if ('sends' in what) {
              const batches = what.sends.flatMap((index) => known[index] ?? []);
              send(batches);
              for (const { batch } of batches) if (!acknowledged.includes(batch)) acknowledged.push(batch);
            } else {
              const taken: string[] = [];
              log.store(what.stores, NOON, (batches) => taken.push(...ids(batches)));
              counted.push(...taken);
            }
          } catch {
            db.left = Number.POSITIVE_INFINITY;
            log = new Log(db, NOON);
          }
          db.left = Number.POSITIVE_INFINITY;
        }
        const rest: LoggedBatch[] = [];
        storeAll(rest);
        expect([...counted, ...ids(rest)]).toEqual(acknowledged);
        const lines = storedLines().map(readBatchLine);
        expect(ids(lines)).toEqual(acknowledged);
        expect(lines.map(({ seq }) => seq)).toEqual(acknowledged.map((_, index) => index + 1));
        send(known);
        storeAll(rest);
        expect(new Set([...counted, ...ids(rest)]).size).toBe(counted.length + rest.length);
      },
    ),
    { numRuns: 300 },
  );
});
