import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { StatsAnswer } from '@layerkick/stats/query';
import type { StoreStatsRpc } from '@layerkick/stats/store-stats-rpc';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { countryCode } from '../../../cf-app/src/features/imports/orders/country-code.ts';
import { csvFile } from '../../../../scripts/import/csv-file.ts';
import {
  type ImportReport,
  importOrders,
} from '../../../cf-app/src/features/imports/orders/import-orders.ts';
import { ONLINE_RETAIL } from '../../../cf-app/src/features/imports/orders/online-retail.ts';
import { exportOf } from '../../../cf-app/src/features/imports/orders/layout-export.ts';
import { callOps } from '../../../../scripts/run/ops-client.ts';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { Visitor } from '../visitor.ts';

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
      rows: csvFile(file),
      exportFor: () => exportOf(ONLINE_RETAIL),
      now: Date.parse('2026-11-21T12:00:00Z'),
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

  test.runIf(there)('the store’s page shows these figures', { timeout: 60_000 }, async () => {
    const admin = new Visitor(worker.origin);
    await admin.signIn('admin@layerkick.test');
    const search = `from=${RANGE.from}&to=${RANGE.to}&interval=month`;
    const page = async (more: string) => (await admin.ask(`/stats/${store.slug}?${search}${more}`)).text();

    const months = Object.values(expected.per_month).map(({ net }) => shown(net));
    expect(monthsIn(await page(''))).toEqual(months);
    const orders = Object.values(expected.per_month).map((month) => month.orders.toLocaleString('en-GB'));
    expect(monthsIn(await page('&metric=orders'))).toEqual(orders);

    const products = rowsIn(await page('&show=products&by=gross_sales'), 'products', 'gross_sales');
    expect(products.slice(0, 10)).toEqual(
      expected.top10_products_gross.map(({ stock_code, revenue }) => [stock_code, inPence(revenue)]),
    );
    const countries = rowsIn(await page('&show=countries'), 'countries', 'orders');
    expect(Object.fromEntries(countries)).toEqual(
      Object.fromEntries(byCountry.rows.map(({ dimensions: [code], metrics }) => [code, metrics.orders])),
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

function inPence(amount: string): number {
  return Math.round(Number(amount) * 100);
}

/** As the page writes an amount, with a true minus: `£748,957.02`, `−£9,488.82`. */
function shown(amount: string): string {
  return Number(amount).toLocaleString('en-GB', { style: 'currency', currency: 'GBP' }).replace('-', '−');
}

/** What the table behind the chart says of each month. */
function monthsIn(html: string): string[] {
  const table = /<table><caption>.*? by month<\/caption>.*?<\/table>/s.exec(html)?.[0] ?? '';
  return [...table.matchAll(/<th scope="row">\w+ 201[01]<\/th><td[^>]*>(.*?)<\/td>/g)].map(
    ([, cell = '']) => cell,
  );
}

/** Of a panel's rows, their values and one of their figures. */
function rowsIn(html: string, panel: string, metric: string): [string, number][] {
  const sheet = html.slice(html.indexOf(`data-sheet="${panel}"`)).split('</dialog>')[0] ?? '';
  const row = new RegExp(`data-row="([^"]*)">.*?data-metric="${metric}" data-value="([^"]*)"`, 'gs');
  return [...sheet.matchAll(row)].map(([, value = '', figure]) => [value, Number(figure)]);
}
