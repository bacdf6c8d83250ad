import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { batchOf } from '../testing/batch.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { NodeDatabase } from '../testing/node-database.ts';

const HOUR_MS = 3_600_000;
const AGENT = 'Mozilla/5.0 (an agent of its own)';
const addressOf = (visitor: number) => `198.51.100.${visitor}`;

test('the files of a store hold no address and no user agent, neither before nor after they are counted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'layerkick-bytes-'));
  try {
    const db = new NodeDatabase(join(folder, 'store.sqlite'));
    db.all('PRAGMA journal_mode = WAL');
    const store = new MeasuredStore({}, '2026-11-20T23:00:00Z', db);
    const midnight = Date.parse('2026-11-20T00:00:00Z');
    for (let visitor = 1; visitor <= 200; visitor += 1) {
      const at = new Date(midnight + (visitor % 23) * HOUR_MS).toISOString();
      store.append(batchOf({ at, from: addressOf(visitor), events: [{}, { name: 'add_to_cart' }] }));
    }
    const waiting = bytesIn(folder);
    // What is looked for is found where it is: the page's address is stored.
    expect(waiting).toContain('shop.example');
    const personal = [AGENT, ...Array.from({ length: 200 }, (_, visitor) => addressOf(visitor + 1))];
    store.fold();
    const counted = bytesIn(folder);
    for (const word of personal)
      expect([waiting.includes(word), counted.includes(word)]).toEqual([false, false]);
    db.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** All bytes of the database as they are on disk, its journal included. */
function bytesIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('\n');
}
