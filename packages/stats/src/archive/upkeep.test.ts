import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { batchOf } from '../testing/batch.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { MemoryArchive } from '../testing/memory-archive.ts';
import { batches, ENTRIES } from '../testing/small-history.ts';
import { chunkLines } from '../log/chunks.ts';
import { RECOGNISED_MS } from '../log/recent-batches.ts';
import { parseLine } from './lines.ts';
import { archiveLag } from './lag.ts';
import { KEPT_MS } from './prune-log.ts';
import { upkeep } from './upkeep.ts';

const HOUR = 3_600_000;
let store: MeasuredStore;
let archive: MemoryArchive;
beforeEach(() => {
  store = new MeasuredStore();
  archive = new MemoryArchive();
  vi.spyOn(console, 'error').mockReturnValue();
});

/** Lets time pass until nothing waits, or until `until`. */
async function keepUp(until = store.now): Promise<void> {
  for (let due: number | null = store.now; due !== null && due <= until;) {
    store.now = Math.max(store.now, due);
    due = await upkeep(store.engine, archive, store.now);
  }
  store.now = until;
}

const linesIn = (key: string) => {
  const content = archive.objects.get(key);
  return content ? gunzipSync(content).toString().trimEnd().split('\n').map(parseLine) : [];
};
const archived = () => [...archive.objects.keys()].toSorted().flatMap(linesIn);
const chunks = () => store.db.all('SELECT first FROM log_chunk');
const logged = () => chunkLines(store.db, 1, Number.MAX_SAFE_INTEGER);

describe('what is counted', () => {
  test('is one object per day, with its place in the name', async () => {
    store.append(...batches());
    store.record(...ENTRIES);
    store.fold();
    await keepUp(store.now + HOUR);
    expect([...archive.objects.keys()]).toEqual([
      'fmdf/log/2026-11-17/000000000001-000000000001.ndjson.gz',
      'fmdf/log/2026-11-18/000000000002-000000000004.ndjson.gz',
      'fmdf/log/2026-11-19/000000000005-000000000006.ndjson.gz',
      'fmdf/ledger/2026-11-21/000000000001-000000000006.ndjson.gz',
    ]);
  });

  test('waits an hour for more of its day', async () => {
    store.append(batchOf({ at: '2026-11-21T12:00:00Z' }));
    store.fold();
    expect(await upkeep(store.engine, archive, store.now)).toBe(store.now + HOUR);
    expect(archive.objects.size).toBe(0);
    await upkeep(store.engine, archive, store.now + HOUR);
    expect(archive.objects.size).toBe(1);
  });

  test('is known to wait, since when, until it is in the archive', async () => {
    expect(archiveLag(store.engine)).toEqual({ waiting: 0, since: null });
    store.append(...batches());
    store.record(...ENTRIES);
    store.fold();
    expect(archiveLag(store.engine)).toEqual({ waiting: 12, since: batches()[0]?.received });
    await keepUp(store.now + HOUR);
    expect(archiveLag(store.engine)).toEqual({ waiting: 0, since: null });
  });

  test('is archived, and what is not counted yet is not', async () => {
    store.append(batchOf({ at: '2026-11-20T12:00:00Z' }));
    await keepUp();
    expect(archive.objects.size).toBe(0);
  });

  test('names neither address nor user agent', async () => {
    store.append(...batches());
    store.fold();
    await keepUp();
    const text = JSON.stringify(archived());
    expect(text).toContain('google');
    expect(text).not.toContain('"ann"');
    expect(text).not.toContain('an agent of its own');
  });
});

describe('the log', () => {
  test('keeps what is archived for a day and recognises for a week what is sent again', async () => {
    const sent = batches();
    store.append(...sent);
    store.fold();
    const began = store.now;
    await keepUp();
    await keepUp(began + KEPT_MS - 1);
    expect(chunks()).toHaveLength(3);
    await keepUp(began + KEPT_MS);
    expect(chunks()).toHaveLength(0);
    await keepUp(began + RECOGNISED_MS - 1);
    store.restart();
    store.append(...sent);
    expect(store.engine.log.waiting).toBe(0);
    expect(archived()).toHaveLength(9);
    await keepUp(began + RECOGNISED_MS);
    expect(store.db.all('SELECT first FROM recent_batches')).toEqual([]);
  });

  test('keeps what is missing in the archive, which gets it again', async () => {
    store.append(...batches());
    store.fold();
    await keepUp();
    const [lost = ''] = archive.objects.keys();
    archive.objects.delete(lost);
    await keepUp(store.now + KEPT_MS);
    expect(chunks()).toHaveLength(3);
    expect(archive.objects.has(lost)).toBe(true);
    await keepUp(store.now + KEPT_MS);
    expect(chunks()).toHaveLength(0);
  });
});

test('stopped anywhere, every batch is archived once and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ hours: fc.integer({ min: 0, max: 60 }), breaks: fc.boolean(), folds: fc.boolean() }),
        {
          maxLength: 30,
        },
      ),
      async (steps) => {
        store = new MeasuredStore();
        archive = new MemoryArchive();
        for (const { hours, breaks, folds } of steps) {
          let calls = hours % 5;
          archive.interrupt = () => {
            calls -= 1;
            if (breaks && calls < 0) throw new Error('stopped');
          };
          store.append(batchOf({ at: new Date(store.now).toISOString() }));
          if (folds) store.fold();
          await upkeep(store.engine, archive, store.now);
          store.now += hours * HOUR;
        }
        archive.interrupt = () => {};
        store.fold();
        await keepUp(store.now + HOUR);
        const seqs = archived().map((line) => 'seq' in line && line.seq);
        expect(seqs).toEqual(steps.map((_, index) => index + 1));
        await keepUp(store.now + 2 * KEPT_MS);
        expect(logged()).toEqual([]);
      },
    ),
    { numRuns: 50 },
  );
});
