import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryHistory } from '../../oracle/arbitrary-history.ts';
import { allAnswers } from '../testing/all-answers.ts';
import { archiveAll } from '../testing/archive-all.ts';
import { batchOf } from '../testing/batch.ts';
import { collect } from '../testing/collect.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { MemoryArchive } from '../testing/memory-archive.ts';
import { batches, ENTRIES } from '../testing/small-history.ts';
import { keepImportedDays, readImportedDays } from '../imported-days/imported-days.ts';
import { exportStore } from './export.ts';
import { parseLine } from './lines.ts';
import { continueRebuild } from './rebuild.ts';
import { ExportIncompleteError, restore } from './restore.ts';

async function linesOf(store: MeasuredStore, archive = new MemoryArchive()): Promise<string[]> {
  const pieces = await collect(exportStore(store.engine, archive, store.settings));
  return pieces.join('').trimEnd().split('\n');
}

async function restored(lines: readonly string[], into = new MeasuredStore()): Promise<MeasuredStore> {
  await restore(into.db, each(lines));
  into.restart();
  while (await continueRebuild(into.engine, new MemoryArchive(), into.now));
  return into;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

function smallStore(): MeasuredStore {
  const store = new MeasuredStore();
  store.append(...batches());
  store.record(...ENTRIES);
  store.fold();
  return store;
}

describe('an export', () => {
  test('is the store, its batches, its entries and an end with their numbers', async () => {
    const types = (await linesOf(smallStore())).map((line) => parseLine(line).type);
    expect(types).toEqual([
      'store',
      ...Array.from({ length: 6 }, () => 'batch'),
      ...Array.from({ length: 6 }, () => 'entry'),
      'end',
    ]);
  });

  test('is the same wherever the history is by then', async () => {
    const store = smallStore();
    const archive = new MemoryArchive();
    const before = await linesOf(store);
    await archiveAll(store, archive, 1);
    expect(await linesOf(store, archive)).toEqual(before);
  });

  test('ends where it was begun, whatever comes meanwhile', async () => {
    const store = smallStore();
    const lines: string[] = [];
    for await (const piece of exportStore(store.engine, new MemoryArchive(), store.settings)) {
      lines.push(...piece.trimEnd().split('\n'));
      store.append(batchOf({ at: '2026-11-20T12:00:00Z', events: [{ name: 'purchase', value: 1 }] }));
      store.fold();
    }
    expect(parseLine(lines.at(-1) ?? '')).toEqual({ type: 'end', batches: 6, entries: 6, importedDays: 0 });
    await restored(lines);
  });

  test('has what other programs counted, which comes back with it', async () => {
    const store = smallStore();
    const days = [
      { day: '2024-01-01', from: 'ga4', visitors: 3, sessions: 4, pageViews: 9, bounces: null },
      { day: '2024-01-02', from: 'ga4', visitors: 1, sessions: 1, pageViews: 1, bounces: 1 },
    ] as const;
    keepImportedDays(store.db, days);
    const { db } = await restored(await linesOf(store));
    expect(readImportedDays(db, { from: '2024-01-01', to: '2024-12-31' })).toEqual(days);
  });

  test('of a store that was told nothing is complete', async () => {
    const empty = await restored(await linesOf(new MeasuredStore()));
    expect(allAnswers(empty)).toEqual(allAnswers(new MeasuredStore()));
  });
});

describe('a restored store', () => {
  test('answers as the one that was exported', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHistory, fc.nat(14), async (history, archived) => {
        const store = new MeasuredStore(history.store);
        const archive = new MemoryArchive();
        store.append(...history.batches.slice(0, archived));
        store.fold();
        await archiveAll(store, archive, 1);
        store.append(...history.batches.slice(archived));
        for (const entry of history.entries) store.record(entry);
        store.fold();
        const copy = await restored(await linesOf(store, archive), new MeasuredStore(history.store));
        expect(allAnswers(copy)).toEqual(allAnswers(store));
      }),
      { numRuns: 15 },
    );
  });

  test.each([
    ['without its end', (lines: string[]) => lines.slice(0, -1), 'ends on the way'],
    ['without its beginning', (lines: string[]) => lines.slice(1), 'does not begin'],
    ['without a batch', (lines: string[]) => lines.toSpliced(3, 1), '5 of 6 batches'],
    ['of nothing', () => [], 'ends on the way'],
  ])('is not made of an export %s', async (_, spoil, message) => {
    const lines = spoil(await linesOf(smallStore()));
    const attempt = restore(new MeasuredStore().db, each(lines));
    await expect(attempt).rejects.toThrow(ExportIncompleteError);
    await expect(attempt).rejects.toThrow(message);
  });

  test('is not mixed with another', async () => {
    await expect(restored(await linesOf(smallStore()), smallStore())).rejects.toThrow(ExportIncompleteError);
  });
});
