import { expect, test } from 'vitest';
import type { LedgerEntry } from '@layerkick/stats/orders/ledger-entry';
import { importOrders } from './import-orders.ts';
import { exportOf } from './layout-export.ts';
import { ONLINE_RETAIL } from './online-retail.ts';

const HEADINGS = Object.values(ONLINE_RETAIL.columns).filter((heading) => heading !== undefined);

/** Imports rows given as `order,product,quantity,price`. */
async function importing(
  rows: readonly string[],
  others: { at?: string; customer?: string; country?: string } = {},
) {
  const recorded: LedgerEntry[] = [];
  const known = new Set<string>();
  async function* csv() {
    yield { line: 1, cells: HEADINGS, fraction: 0 };
    for (const [index, row] of rows.entries()) {
      const [order = '', product = '', quantity = '', price = ''] = row.split(',');
      const { at = '2011-07-26 10:13:00', customer = '17850.0', country = 'EIRE' } = others;
      yield {
        line: index + 2,
        cells: [order, product, 'A THING', quantity, at, price, customer, country],
        fraction: 1,
      };
    }
  }
  const report = await importOrders({
    store: { slug: 'gifts', timeZone: 'Europe/London', currency: 'GBP' },
    rows: csv(),
    exportFor: () => exportOf(ONLINE_RETAIL),
    now: Date.parse('2026-11-21T09:00:00Z'),
    record: async (entries) => {
      const fresh = entries.filter(({ id }) => !known.has(id));
      for (const entry of fresh) known.add(entry.id);
      recorded.push(...fresh);
      return { accepted: fresh.length, duplicates: entries.length - fresh.length };
    },
    onProgress: () => {},
  });
  return { report, recorded };
}

test('rows of one invoice are one order, also where another one is between them', async () => {
  const { report, recorded } = await importing(['536365,A,6,2.55', '536366,A,1,1.00', '536365,B,2,3.39']);
  expect(recorded).toEqual([
    expect.objectContaining({ order: '536366', kind: 'sale', gross: 100 }),
    expect.objectContaining({
      id: 'online-retail:536365',
      order: '536365',
      kind: 'sale',
      at: Date.parse('2011-07-26T09:13:00Z'),
      gross: 2208,
      customer: '17850',
      country: 'IE',
      source: 'import',
      lines: [
        { product: 'A', name: 'A THING', quantity: 6, gross: 1530, discount: 0 },
        { product: 'B', name: 'A THING', quantity: 2, gross: 678, discount: 0 },
      ],
    }),
  ]);
  expect(report).toMatchObject({ rows: 3, usedRows: 3, entries: { sale: 2 } });
});

test('an invoice starting with C gives its amount back', async () => {
  const { recorded } = await importing(['C536379,D,-1,27.50']);
  expect(recorded).toMatchObject([{ kind: 'cancellation', gross: 0, returns: 2750, gives: 'amounts' }]);
});

test('an invoice starting with A corrects net sales and is no order', async () => {
  const { recorded } = await importing(['A563186,B,1,-11062.06']);
  expect(recorded).toMatchObject([{ kind: 'adjustment', gross: 0, adjustment: -1_106_206 }]);
});

test('rows without a price belong to their order, add nothing and are pointed out', async () => {
  const { report, recorded } = await importing(['536414,22139,56,0.0', '536545,21134,-10,0.0']);
  expect(recorded).toMatchObject([{ gross: 0 }, { gross: 0, returns: 0 }]);
  expect(report.remarks.byReason()).toEqual([
    { reason: 'no price, so part of its order and nothing in sales', count: 2, lines: [2, 3] },
  ]);
});

test('a fraction of a penny is rounded and pointed out', async () => {
  const { report, recorded } = await importing(['550193,PADS,1,0.001', '550194,PADS,5,0.001']);
  expect(recorded.map(({ gross }) => gross)).toEqual([0, 1]);
  expect(report.remarks.count).toBe(2);
});

test.each([
  [',A,1,1.00', 'InvoiceNo is empty'],
  ['1,,1,1.00', 'StockCode is empty'],
  ['1,A,one,1.00', 'Quantity is not a whole number'],
  ['1,A,1.5,1.00', 'Quantity is not a whole number'],
  ['1,A,1,£1', 'UnitPrice is not a price such as 2.55'],
  ['1,A,1,NaN', 'UnitPrice is not a price such as 2.55'],
  ['1,A,-1,1.00', 'a sale of less than nothing'],
  ['C1,A,1,1.00', 'a cancellation that charges money'],
  [`1,${'A'.repeat(201)},1,1.00`, 'its order cannot be recorded: lines.0.product'],
])('%s is not used, and the reason is said', async (row, reason) => {
  const { report, recorded } = await importing([row, '2,A,1,1.00']);
  expect(recorded.map(({ order }) => order)).toEqual(['2']);
  expect(report).toMatchObject({ rows: 2, usedRows: 1 });
  expect(report.unused.byReason()).toMatchObject([
    { reason: expect.stringContaining(reason), count: 1, lines: [2] },
  ]);
});

test('an order with more lines than the ledger takes is accounted for, every row of it', async () => {
  const { report, recorded } = await importing([
    '1,A,1,1.00',
    ...Array.from({ length: 2001 }, () => '2,A,1,1.00'),
  ]);
  expect(recorded.map(({ order }) => order)).toEqual(['1']);
  expect(report.unused.count).toBe(2001);
});

test('rows far away from the rest of their order are not a second order', async () => {
  const between = Array.from({ length: 5002 }, (_, index) => `x${index},A,1,1.00`);
  const { report } = await importing(['1,A,1,1.00', ...between, '1,B,1,1.00']);
  expect(report.unused.byReason()).toMatchObject([{ count: 1, lines: [5005] }]);
});
