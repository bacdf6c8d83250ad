import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { MAX_COMPARISONS } from './filter.ts';
import { ledgerEntry } from './orders/ledger-entry.ts';
import { METRIC_IDS, type MetricId } from './metrics.ts';
import { DIMENSIONS, type StatsQuery } from './query.ts';
import type { StoreStats } from './store-stats.ts';
import { batchOf } from './testing/batch.ts';
import { batches, ENTRIES, NOW, RANGE, ROWS, TOTALS } from './testing/small-history.ts';

const store = { slug: 'fmdf', timeZone: 'Europe/Berlin', currency: 'EUR' };
const query: StatsQuery = { metrics: ['sessions', 'orders', 'net_sales'], range: 'today' };
const COLUMNS: MetricId[] = ['sessions', 'visitors', 'page_views', 'orders', 'net_sales'];

let objects = 0;
let stats: DurableObjectStub<StoreStats>;
let now: number;
beforeEach(() => {
  objects += 1;
  stats = env.STORE_STATS.getByName(`store-${objects}`);
  now = Date.now();
});
const justNow = () => new Date(now).toISOString();
const purchase = () =>
  batchOf({
    at: justNow(),
    events: [
      {},
      { name: 'purchase', transaction_id: '1001', items: [{ item_id: 'pot', price: '19.90', quantity: 2 }] },
    ],
  });

describe('a batch', () => {
  test('counts in the next answer', async () => {
    expect(await stats.append(store, [purchase()])).toEqual([{ accepted: 2, rejected: [] }]);
    const [answer] = await stats.query(store, [query], now);
    expect(answer?.totals).toEqual({ sessions: 1, orders: 1, net_sales: 3980 });
    expect(answer?.freshness.lastEventAt).toBe(now);
    expect(answer?.rowsRead).toBeGreaterThan(0);
  });

  test('counts once however often it is sent, together or apart', async () => {
    const batch = purchase();
    const [first, again] = await stats.append(store, [batch, batch]);
    expect(again).toEqual(first);
    await stats.query(store, [query], now);
    expect(await stats.append(store, [{ ...batch, events: [] }])).toEqual([first]);
    const [answer] = await stats.query(store, [query], now);
    expect(answer?.totals).toEqual({ sessions: 1, orders: 1, net_sales: 3980 });
  });

  test('is counted by the alarm when nobody asks', async () => {
    await stats.append(store, [purchase()]);
    expect(await stats.status()).toMatchObject({ pendingBatches: 1, events: 0 });
    expect(await runDurableObjectAlarm(stats)).toBe(true);
    expect(await stats.status()).toMatchObject({ pendingBatches: 0, events: 2, orders: 1 });
  });

  test('survives the object being stopped before it is counted', async () => {
    await stats.append(store, [purchase()]);
    await evictDurableObject(stats);
    const [answer] = await stats.query(store, [query], now);
    expect(answer?.totals).toEqual({ sessions: 1, orders: 1, net_sales: 3980 });
  });
});

describe('the archive', () => {
  test('gets what is counted, by the alarm', async () => {
    const slug = `archived-${objects}`;
    const yesterday = batchOf({ at: new Date(now - 86_400_000).toISOString() });
    await stats.append({ ...store, slug }, [yesterday]);
    await runDurableObjectAlarm(stats);
    const { objects: found } = await env.ARCHIVE.list({ prefix: `${slug}/` });
    expect(found.map(({ key }) => key)).toEqual([
      `${slug}/log/${new Date(now - 86_400_000).toISOString().slice(0, 10)}/000000000001-000000000001.ndjson.gz`,
    ]);
    const object = await env.ARCHIVE.get(found[0]?.key ?? '');
    const text = await new Response(object?.body.pipeThrough(new DecompressionStream('gzip'))).text();
    expect(JSON.parse(text)).toMatchObject({ type: 'batch', seq: 1, batch: yesterday.batch });
  });
});

const countSalts = () =>
  runInDurableObject(stats, (_, state) =>
    state.storage.sql.exec<{ count: number }>('SELECT COUNT(*) AS count FROM salt').one(),
  );

describe('salts', () => {
  test('are deleted 48 hours after their day began, by the alarm', async () => {
    await stats.append(store, [purchase()]);
    await runDurableObjectAlarm(stats);
    expect(await countSalts()).toEqual({ count: 1 });
    await runInDurableObject(stats, async (_, state) => {
      const { at } = state.storage.sql.exec<{ at: number }>('SELECT delete_at AS at FROM salt').one();
      expect(at).toBeLessThanOrEqual(now + 48 * 3_600_000);
      expect(await state.storage.getAlarm()).toBeLessThanOrEqual(at);
      state.storage.sql.exec('UPDATE salt SET delete_at = ?', now - 1);
    });
    await runDurableObjectAlarm(stats);
    expect(await countSalts()).toEqual({ count: 0 });
  });
});

test('neither IP address nor user agent is anywhere in the database', async () => {
  await stats.append(store, [purchase()]);
  await stats.query(store, [query], now);
  const contents = await runInDurableObject(stats, (_, { storage: { sql } }) => {
    const tables = sql
      .exec<{ name: string }>(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'`,
      )
      .toArray();
    return tables.map(({ name }) => JSON.stringify(sql.exec(`SELECT * FROM "${name}"`).toArray())).join();
  });
  expect(contents).toContain('1001');
  expect(contents).not.toContain('192.0.2.1');
  expect(contents).not.toContain('an agent of its own');
});

describe('a history counted by hand', () => {
  test('is answered alike by the real object, refunds before sales and several currencies included', async () => {
    await stats.record(
      store,
      ENTRIES.map((entry) => ledgerEntry.parse(entry)),
    );
    for (const batch of batches().toReversed()) await stats.append(store, [batch]);
    const [totals, ...rows] = await stats.query(
      store,
      [
        { metrics: METRIC_IDS, range: RANGE },
        ...DIMENSIONS.map((dimension): StatsQuery => ({
          metrics: COLUMNS,
          range: RANGE,
          dimensions: [dimension],
          orderBy: { metric: 'sessions', direction: 'desc' },
        })),
      ],
      Date.parse(NOW),
    );
    expect(totals?.totals).toEqual(TOTALS);
    expect(totals?.warnings.map(({ code }) => code)).toEqual(['foreign_currency']);
    DIMENSIONS.forEach((dimension, index) => {
      const found = rows[index]?.rows.map(({ dimensions, metrics }) => [
        ...dimensions,
        ...COLUMNS.map((metric) => metrics[metric]),
      ]);
      expect(found).toEqual(ROWS[dimension]);
    });
  });

  test('is answered as of an earlier time, which changes nothing', async () => {
    await stats.record(
      store,
      ENTRIES.map((entry) => ledgerEntry.parse(entry)),
    );
    const question: StatsQuery = { metrics: ['orders', 'net_sales'], range: RANGE };
    const answers = await stats.query(
      store,
      [question, { ...question, asOf: now - 60_000 }, question],
      Date.parse(NOW),
    );
    const said = { orders: 1, net_sales: 1000 - 1800 - 100 };
    expect(answers.map(({ totals }) => totals)).toEqual([said, { orders: 0, net_sales: 0 }, said]);
  });

  test('keeps its entries when they are said again', async () => {
    const entries = ENTRIES.map((entry) => ledgerEntry.parse(entry));
    expect(await stats.record(store, entries)).toEqual({ accepted: 3, duplicates: 0 });
    expect(await stats.record(store, [...entries, ...entries])).toEqual({ accepted: 0, duplicates: 6 });
    const [answer] = await stats.query(
      store,
      [{ metrics: ['net_sales', 'orders'], range: RANGE }],
      Date.parse(NOW),
    );
    // The pot that came back counts although nobody has said yet that it was sold.
    expect(answer?.totals).toEqual({ net_sales: 1000 - 1800 - 100, orders: 1 });
  });
});

test.each([
  ['page', 'is_not'],
  ['product', 'contains'],
  ['hour', 'is'],
] as const)(
  'as many comparisons as there may be, by %s, are within the storage’s limits',
  async (dimension, op) => {
    const comparisons = Array.from({ length: MAX_COMPARISONS }, (_, n) => ({
      dimension,
      op,
      values: [`${n + 100}`],
    }));
    const questions = [comparisons, [{ or: comparisons }], [{ not: { and: comparisons } }]];
    const answers = await stats.query(
      store,
      questions.map((filters): StatsQuery => ({
        metrics: ['sessions', 'net_sales'],
        range: 'today',
        filters,
      })),
      now,
    );
    expect(answers.map(({ totals }) => totals)).toEqual(questions.map(() => ({ sessions: 0, net_sales: 0 })));
  },
);
