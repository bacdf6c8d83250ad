import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StatsAnswer } from '@layerkick/stats/query';
import type { StoreStatsRpc } from '@layerkick/stats/store-stats-rpc';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { countryCode } from '../../../../scripts/import/country-code.ts';
import { csvRows } from '../../../../scripts/import/csv-rows.ts';
import { type ImportReport, importOrders } from '../../../../scripts/import/import-orders.ts';
import { ONLINE_RETAIL } from '../../../../scripts/import/online-retail.ts';
import { callOps } from '../../../../scripts/run/ops-client.ts';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';

const TOKEN = 'a-token-for-tests-of-at-least-32-characters';
const RANGE = { from: '2010-12-01', to: '2011-12-31' };

const reference = z.object({
  rows: z.number(),
  per_month: z.record(
    z.string(),
    z.object({ orders: z.number(), gross: z.string(), cancellations: z.string(), net: z.string() }),
  ),
  top10_products_gross: z.array(z.object({ stock_code: z.string(), revenue: z.string(), units: z.number() })),
  orders_per_country: z.record(z.string(), z.number()),
});

const receipt = z.object({ accepted: z.number(), duplicates: z.number() });

/** The slice is in the repository; the whole data set lies beside a checkout where somebody put it. */
const DATA_SETS = [
  ['a slice', new URL('../../fixtures/online-retail-slice', import.meta.url)],
  ['all of it', new URL('../../../../../shared/data/online-retail', import.meta.url)],
] as const;

let worker: BuiltWorker;
beforeAll(async () => {
  worker = await startBuiltWorker({ secrets: { OPS_TOKEN: TOKEN } });
}, 60_000);
afterAll(() => worker.close());

describe.each(DATA_SETS)('Online Retail, %s', (name, base) => {
  const file = fileURLToPath(`${base.href}.csv.gz`);
  const there = existsSync(file);
  const store = {
    slug: name.replaceAll(' ', '-'),
    timeZone: 'Europe/London',
    currency: 'GBP',
  };
  let expected: z.output<typeof reference>;
  let report: ImportReport;
  let byMonth: StatsAnswer;
  let byProduct: StatsAnswer;
  let byCountry: StatsAnswer;

  const importFile = () =>
    importOrders({
      store,
      rows: csvRows(file),
      layoutFor: () => ONLINE_RETAIL,
      record: async (entries) => {
        const target = { origin: worker.origin, token: TOKEN };
        return receipt.parse(
          (await callOps(target, 'POST', `/stores/${store.slug}/orders`, { entries })).body,
        );
      },
      onProgress: () => {},
    });

  beforeAll(async () => {
    if (!there) return;
    expected = reference.parse(
      JSON.parse(readFileSync(fileURLToPath(`${base.href}.reference.json`), 'utf8')),
    );
    await callOps({ origin: worker.origin, token: TOKEN }, 'POST', '/stores', store);
    report = await importFile();
    const stats = worker.storage.STORE_STATS.getByName(store.slug) as unknown as StoreStatsRpc;
    [byMonth, byProduct, byCountry] = (await stats.query(
      store,
      [
        { metrics: ['orders', 'gross_sales', 'returns', 'net_sales'], range: RANGE, interval: 'month' },
        { metrics: ['gross_sales', 'units'], range: RANGE, dimensions: ['product'], limit: 10 },
        { metrics: ['orders'], range: RANGE, dimensions: ['country'], limit: 1000 },
      ],
      Date.parse('2012-01-15T12:00:00Z'),
    )) as [StatsAnswer, StatsAnswer, StatsAnswer];
  }, 180_000);

  test.runIf(there)('every row is used or accounted for', () => {
    expect(report.rows).toBe(expected.rows);
    expect(report.usedRows + report.unused.count).toBe(expected.rows);
    expect(report.unused.byReason()).toEqual([]);
  });

  test.runIf(there)(
    'orders, gross sales, returns and net sales of each month are the reference figures',
    () => {
      expect(
        byMonth.series?.map(({ day, metrics }) => [
          day.slice(0, 7),
          metrics.orders,
          pounds(metrics.gross_sales),
          pounds(-(metrics.returns ?? 0)),
          pounds(metrics.net_sales),
        ]),
      ).toEqual(
        Object.entries(expected.per_month).map(([month, { orders, gross, cancellations, net }]) => [
          month,
          orders,
          gross,
          cancellations,
          net,
        ]),
      );
    },
  );

  test.runIf(there)('the ten best products are the reference’s, with their gross sales and units', () => {
    expect(
      byProduct.rows.map(({ dimensions: [code], metrics }) => [
        code,
        pounds(metrics.gross_sales),
        metrics.units,
      ]),
    ).toEqual(
      expected.top10_products_gross.map(({ stock_code, revenue, units }) => [stock_code, revenue, units]),
    );
  });

  test.runIf(there)('orders of each country are the reference figures', () => {
    expect(
      Object.fromEntries(byCountry.rows.map(({ dimensions: [code], metrics }) => [code, metrics.orders])),
    ).toEqual(
      Object.fromEntries(
        Object.entries(expected.orders_per_country).map(([country, orders]) => [
          countryCode(country, ONLINE_RETAIL.countries),
          orders,
        ]),
      ),
    );
  });

  // What holds for the slice holds for half a million rows, which take a while.
  test.runIf(name === 'a slice')('importing it again changes nothing', async () => {
    const again = await importFile();
    const { sale, cancellation, adjustment } = again.entries;
    expect(again.duplicates).toBe(sale + cancellation + adjustment);
  });
});

function pounds(pence: number | null | undefined): string {
  // -0.00 is not how the reference writes nothing.
  return (((pence ?? Number.NaN) + 0) / 100).toFixed(2);
}
