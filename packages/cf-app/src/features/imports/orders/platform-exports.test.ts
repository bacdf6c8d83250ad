import { describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import type { LedgerEntry } from '@layerkick/stats/orders/ledger-entry';
import { postOrder } from '@layerkick/stats/orders/post-order';
import { importOrders } from './import-orders.ts';
import type { OrderExport } from './order-export.ts';
import { SHOPIFY_EXPORT } from './shopify-export.ts';
import { WOOCOMMERCE_EXPORT } from './woocommerce-export.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');

async function importing(from: OrderExport, csv: string, now = NOW) {
  const recorded: LedgerEntry[] = [];
  async function* rows() {
    const cells = parse(csv, { relax_column_count: true }) as string[][];
    for (const [index, row] of cells.entries()) yield { line: index + 1, cells: row, fraction: 1 };
  }
  const report = await importOrders({
    store: { slug: 'fmdf', timeZone: 'America/New_York', currency: 'USD' },
    rows: rows(),
    exportFor: () => from,
    now,
    record: async (entries) => {
      recorded.push(...entries);
      return { accepted: entries.length, duplicates: 0 };
    },
    onProgress: () => {},
  });
  return { report, recorded };
}

const bare =
  'Name,Email,Created at,Total,Refunded Amount,Currency,Financial Status,Lineitem name,Lineitem quantity';
const full =
  'Name,Id,Created at,Cancelled at,Currency,Subtotal,Shipping,Taxes,Total,Refunded Amount,Shipping Country,Lineitem name,Lineitem sku,Lineitem quantity,Lineitem price,Lineitem discount';
const shopify = (...rows: string[]) => importing(SHOPIFY_EXPORT, [full, ...rows].join('\n'));

describe('an orders export of Shopify', () => {
  test('has one order in rows of which only the first names it', async () => {
    const { report, recorded } = await shopify(
      '#1001,5123456789012345678,2025-01-15 17:41:00 -0500,,USD,90.00,5.00,9.00,104.00,0.00,US,Pot,P-1,2,40.00,0',
      '#1001,,,,,,,,,,,Lid,L-1,1,20.00,0',
    );
    expect(recorded).toEqual([
      expect.objectContaining({
        kind: 'sale',
        // As webhooks name it, to the last digit.
        order: '5123456789012345678',
        at: Date.parse('2025-01-15T22:41:00Z'),
        currency: 'USD',
        gross: 10_000,
        discount: 1_000,
        tax: 900,
        shipping: 500,
        country: 'US',
        source: 'import',
        lines: [
          { product: 'P-1', name: 'Pot', quantity: 2, gross: 8_000, discount: 800 },
          { product: 'L-1', name: 'Lid', quantity: 1, gross: 2_000, discount: 200 },
        ],
      }),
    ]);
    expect(report).toMatchObject({ rows: 2, usedRows: 2 });
    expect(report.remarks.count).toBe(0);
  });

  test('whose prices include tax has sales without it', async () => {
    const { recorded } = await shopify(
      '#1,1,2025-01-15 17:41:00 -0500,,USD,119.00,0,19.00,119.00,0.00,DE,Pot,P-1,1,119.00,0',
    );
    expect(recorded).toMatchObject([{ gross: 10_000, discount: 0, tax: 1_900 }]);
  });

  test('says how much was given back, but not when', async () => {
    const { report, recorded } = await shopify(
      '#1,1,2025-01-15 17:41:00 -0500,,USD,100.00,0,0,100.00,29.50,,Pot,P-1,1,100.00,0',
    );
    expect(recorded).toMatchObject([{ gross: 10_000, returns: 2_950 }]);
    expect(report.remarks.byReason()).toMatchObject([{ reason: expect.stringContaining('refunded') }]);
  });

  test('says when an order was cancelled', async () => {
    const { recorded } = await shopify(
      '#1,1,2025-01-15 17:41:00 -0500,2025-01-17 08:00:00 -0500,USD,100.00,5.00,9.00,114.00,0.00,,Pot,P-1,1,100.00,0',
    );
    expect(recorded).toMatchObject([
      { kind: 'sale' },
      {
        kind: 'cancellation',
        at: Date.parse('2025-01-17T13:00:00Z'),
        gives: 'order',
        tax: -900,
        shipping: -500,
      },
    ]);
  });

  test('without ids, prices and subtotals still has orders and sales, and that is said', async () => {
    const { report, recorded } = await importing(
      SHOPIFY_EXPORT,
      [
        bare,
        '#1001,a@example.com,2025-01-15 17:41:00 -0500,183.50,0.00,USD,paid,Deluxe Bundle,1',
        '#1001,,,,,,,Blue Widget,1',
      ].join('\n'),
    );
    expect(recorded).toMatchObject([{ order: '#1001', gross: 18_350, discount: 0, tax: 0 }]);
    expect(report.remarks.byReason()).toMatchObject([{ reason: expect.stringContaining('no Id') }]);
    expect(JSON.stringify(recorded)).not.toContain('example.com');
  });

  test.each([
    ['#1,1,yesterday,,USD,1,0,0,1,0,,Pot,P-1,1,1,0', 'Created at is not a time'],
    ['#1,1,2025-01-15 17:41:00 -0500,,USD,1,0,0,,0,,Pot,P-1,1,1,0', 'Total is empty'],
    [
      '#1,1,2025-01-15 17:41:00 -0500,,USD,1,0,0,1,0,,Pot,P-1,some,1,0',
      'Lineitem quantity is not a whole number',
    ],
    ['#1,1,2025-01-15 17:41:00 -0500,,USD,1,0,0,$1,0,,Pot,P-1,1,1,0', 'Total is not an amount such as 19.90'],
    ['#1,1,2025-01-15 17:41:00 -0500,,$,1,0,0,1,0,,Pot,P-1,1,1,0', 'Currency is not a currency such as EUR'],
    ['#1,,,,,,,,,,,Pot,P-1,1,1,0', 'the first row of its order is missing or not used'],
  ])('%s is not used, and the reason is said', async (row, reason) => {
    const { report, recorded } = await shopify(row);
    expect(recorded).toEqual([]);
    expect(report.unused.byReason()).toEqual([{ reason, count: 1, lines: [2] }]);
  });
});

const headings =
  'order_number,order_date,status,order_currency,shipping_total,tax_total,discount_total,order_total,customer_email,billing_country,product_name,sku,quantity,item_total';
const woocommerce = (...rows: string[]) => importing(WOOCOMMERCE_EXPORT, [headings, ...rows].join('\n'));

describe('an orders export of WooCommerce', () => {
  test('has totals on the first row of an order only, and times of the store', async () => {
    const { recorded } = await woocommerce(
      '10001,2026-04-26 21:32:57,completed,USD,4.90,10.00,5.00,114.90,a@example.com,US,Cat food,A,2,60.00',
      '10001,2026-04-26 21:32:57,completed,USD,,,,,a@example.com,US,Non-fiction,B,1,40.00',
    );
    expect(recorded).toEqual([
      expect.objectContaining({
        order: '10001',
        at: Date.parse('2026-04-27T01:32:57Z'),
        gross: 10_500,
        discount: 500,
        tax: 1_000,
        shipping: 490,
        country: 'US',
        lines: [
          { product: 'A', name: 'Cat food', quantity: 2, gross: 6_300, discount: 300 },
          { product: 'B', name: 'Non-fiction', quantity: 1, gross: 4_200, discount: 200 },
        ],
      }),
    ]);
    expect(JSON.stringify(recorded)).not.toContain('example.com');
  });

  test.each([
    ['refunded', [{ kind: 'sale', returns: 10_000, tax: 0, shipping: 0 }]],
    ['wc-cancelled', [{ kind: 'sale' }, { kind: 'cancellation', gives: 'order', tax: -1_000 }]],
    ['pending', [{ kind: 'sale', returns: 0 }]],
    ['checkout-draft', []],
  ])('knows what became of an order that is %s', async (status, entries) => {
    const { recorded } = await woocommerce(
      `1,2026-04-26 21:32:57,${status},USD,0,10.00,0,110.00,,US,Pot,A,1,100.00`,
    );
    expect(recorded).toMatchObject(entries);
  });

  test('of which the row with the totals is missing is not guessed at', async () => {
    const { report } = await woocommerce('1,2026-04-26 21:32:57,completed,USD,,,,,,US,Pot,A,1,100.00');
    expect(report.unused.byReason()).toMatchObject([{ reason: expect.stringContaining('order_total') }]);
  });
});

const orderRefunded = (refunded: string) =>
  `#1,5001,2025-01-15 17:41:00 -0500,,USD,100.00,0,0,100.00,${refunded},,Pot,P-1,1,100.00,0`;
const posted = (entries: readonly LedgerEntry[]) =>
  postOrder(entries.map((entry, seq) => ({ seq, event: null, bot: '', entry })));

describe('an order that is in an export', () => {
  test('has the same entries each time that the file is imported', async () => {
    const csv = [full, orderRefunded('0')].join('\n');
    const first = await importing(SHOPIFY_EXPORT, csv);
    const again = await importing(SHOPIFY_EXPORT, csv, NOW + 60_000);
    expect(again.recorded.map(({ id }) => id)).toEqual(first.recorded.map(({ id }) => id));
  });

  test('is as the newer export says once that is imported', async () => {
    const before = await importing(SHOPIFY_EXPORT, [full, orderRefunded('0')].join('\n'));
    const after = await importing(SHOPIFY_EXPORT, [full, orderRefunded('40.00')].join('\n'), NOW + 60_000);
    expect(posted([...after.recorded, ...before.recorded])).toMatchObject([
      { isOrder: true, returns: 4_000 },
    ]);
  });

  test('is one order with what a webhook tells of it, and as that says, whichever comes first', async () => {
    const { recorded } = await shopify(orderRefunded('40.00'));
    const updatedAt = Date.parse('2025-01-16T00:00:00Z');
    const told = recorded.map((entry): LedgerEntry => ({
      ...entry,
      id: `shopify:5001:sale:${updatedAt}`,
      source: 'server',
      returns: 0,
      gross: 9_900,
      version: { of: 'sale', number: updatedAt },
    }));
    for (const entries of [
      [...told, ...recorded],
      [...recorded, ...told],
    ]) {
      expect(posted(entries)).toMatchObject([{ isOrder: true, returns: 0, entry: { gross: 9_900 } }]);
    }
  });
});
