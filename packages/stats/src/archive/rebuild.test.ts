import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryHistory } from '../../oracle/arbitrary-history.ts';
import type { History } from '../../oracle/history.ts';
import { METRIC_IDS } from '../metrics.ts';
import type { StatsAnswer } from '../query.ts';
import { allAnswers } from '../testing/all-answers.ts';
import { archiveAll } from '../testing/archive-all.ts';
import { batchOf } from '../testing/batch.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { MemoryArchive } from '../testing/memory-archive.ts';
import { batches, ENTRIES, RANGE } from '../testing/small-history.ts';
import { ArchiveIncompleteError } from './history.ts';
import { continueRebuild, rebuildProgress } from './rebuild.ts';

async function rebuild(store: MeasuredStore, archive: MemoryArchive): Promise<void> {
  store.startRebuild();
  while (await continueRebuild(store.engine, archive, store.now));
}

function tell(store: MeasuredStore, history: History, from: number, to: number): void {
  store.append(...history.batches.slice(from, to));
  store.record(...history.entries.slice(from, to));
}

function comparable({ rows, totals, series }: StatsAnswer) {
  return { rows, totals, series };
}

describe('a rebuild', () => {
  test('changes no answer, wherever the history is by then', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryHistory,
        fc.tuple(fc.nat(14), fc.nat(14)),
        async (history, [archived, counted]) => {
          const store = new MeasuredStore(history.store);
          const archive = new MemoryArchive();
          tell(store, history, 0, archived);
          store.fold();
          await archiveAll(store, archive, 1);
          tell(store, history, archived, archived + counted);
          store.fold();
          await archiveAll(store, archive, 0);
          tell(store, history, archived + counted, 100);
          const before = allAnswers(store);
          await rebuild(store, archive);
          expect(allAnswers(store)).toEqual(before);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('goes on where it was stopped and counts what comes meanwhile', async () => {
    const store = new MeasuredStore();
    const archive = new MemoryArchive();
    store.append(...batches());
    store.record(...ENTRIES);
    store.fold();
    await archiveAll(store, archive, 1);
    store.startRebuild();
    expect(rebuildProgress(store.engine)).toBe(0);
    const seen: (number | null)[] = [];
    for (let more = true; more;) {
      // Half of what is done is done in vain: a stopped object forgets what it was about to write.
      archive.interrupt = () => {
        throw new Error('stopped');
      };
      await continueRebuild(store.engine, archive, store.now).catch(() => {});
      archive.interrupt = () => {};
      if (seen.length === 1) store.append(batchOf({ at: '2026-11-20T12:00:00Z', from: 'dan' }));
      more = await continueRebuild(store.engine, archive, store.now);
      seen.push(rebuildProgress(store.engine));
    }
    expect(seen.at(-1)).toBeNull();
    const told = new MeasuredStore();
    told.append(...batches(), batchOf({ at: '2026-11-20T12:00:00Z', from: 'dan' }));
    told.record(...ENTRIES);
    const question = { metrics: METRIC_IDS.slice(0, 20), range: RANGE, interval: 'hour' } as const;
    expect(comparable(store.ask(question))).toEqual(comparable(told.ask(question)));
  });

  test('keeps a product’s name that only the browser has said', async () => {
    const store = new MeasuredStore();
    const items = [{ item_id: 'pot', item_name: 'Pot', price: 5 }];
    store.append(
      batchOf({ at: '2026-11-20T12:00:00Z', events: [{ name: 'purchase', transaction_id: '1', items }] }),
    );
    store.fold();
    const lines = [{ product: 'pot', name: '', quantity: 1, gross: 500 }];
    const at = Date.parse('2026-11-20T12:00:00Z');
    store.record({
      id: 'a',
      kind: 'sale',
      order: '1',
      at,
      currency: 'EUR',
      gross: 500,
      source: 'server',
      lines,
    });
    const labels = () =>
      store
        .ask({ metrics: ['orders'], range: 'all', dimensions: ['product'] })
        .rows.map(({ label }) => label);
    expect(labels()).toEqual(['Pot']);
    await rebuild(store, new MemoryArchive());
    expect(labels()).toEqual(['Pot']);
  });

  test('says in every answer that it is going on', () => {
    const store = new MeasuredStore();
    store.append(...batches());
    store.fold();
    store.startRebuild();
    const { warnings } = store.ask({ metrics: ['sessions'], range: RANGE });
    expect(warnings.map(({ code }) => code)).toEqual(['rebuilding']);
  });

  test('begun anew on the way ends with the same figures', async () => {
    const store = new MeasuredStore();
    const archive = new MemoryArchive();
    store.append(...batches());
    store.record(...ENTRIES);
    const before = allAnswers(store);
    await archiveAll(store, archive, 1);
    store.startRebuild();
    archive.interrupt = () => {
      archive.interrupt = () => {};
      store.startRebuild();
    };
    await rebuild(store, archive);
    expect(allAnswers(store)).toEqual(before);
  });

  test('is not finished by what is missing in the archive', async () => {
    const store = new MeasuredStore();
    const archive = new MemoryArchive();
    store.append(...batches());
    store.fold();
    await archiveAll(store, archive, 1);
    archive.objects.clear();
    store.startRebuild();
    await expect(continueRebuild(store.engine, archive, store.now)).rejects.toThrow(ArchiveIncompleteError);
    expect(rebuildProgress(store.engine)).toBe(0);
  });
});

function days(store: MeasuredStore) {
  const range = { from: '2026-11-20', to: '2026-11-21' };
  const { series } = store.ask({ metrics: ['sessions', 'orders'], range, interval: 'day' });
  return series?.map(({ metrics }) => metrics);
}

describe('another time zone', () => {
  const late = batchOf({ at: '2026-11-20T23:30:00Z', events: [{}, { name: 'purchase', value: 5 }] });
  test('takes effect by a rebuild and by nothing else', async () => {
    const london = new MeasuredStore({ timeZone: 'Europe/London' });
    london.append(late);
    london.fold();
    const berlin = new MeasuredStore({ timeZone: 'Europe/Berlin' }, '2026-11-21T12:00:00Z', london.db);
    // Somebody who has heard of the change earlier than the others.
    berlin.append(batchOf({ at: '2026-11-20T23:40:00Z' }));
    berlin.fold();
    expect(days(london)).toEqual([
      { sessions: 1, orders: 1 },
      { sessions: 0, orders: 0 },
    ]);
    await rebuild(berlin, new MemoryArchive());
    expect(days(berlin)).toEqual([
      { sessions: 0, orders: 0 },
      { sessions: 1, orders: 1 },
    ]);
  });

  test('leaves visits whole that go on over its midnight', async () => {
    const london = new MeasuredStore({ timeZone: 'Europe/London' });
    london.append(batchOf({ at: '2026-11-20T22:50:00Z' }), batchOf({ at: '2026-11-20T23:10:00Z' }));
    london.fold();
    const berlin = new MeasuredStore({ timeZone: 'Europe/Berlin' }, '2026-11-21T12:00:00Z', london.db);
    await rebuild(berlin, new MemoryArchive());
    expect(days(berlin)).toEqual([
      { sessions: 1, orders: 0 },
      { sessions: 0, orders: 0 },
    ]);
  });
});
