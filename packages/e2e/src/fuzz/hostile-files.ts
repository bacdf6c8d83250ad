import { ledgerEntry } from '@layerkick/stats/orders/ledger-entry';
import * as fc from 'fast-check';
import { csvRows } from '../../../cf-app/src/features/imports/csv-rows.ts';
import { FileProblem } from '../../../cf-app/src/features/imports/file-problem.ts';
import { importOrders } from '../../../cf-app/src/features/imports/orders/import-orders.ts';
import { exportFor, KNOWN_EXPORTS } from '../../../cf-app/src/features/imports/orders/known-exports.ts';
import { readVisits } from '../../../cf-app/src/features/imports/visits/read-visits.ts';
import { damaged, hostileText } from './hostile-values.ts';

const FILES: readonly (readonly string[][])[] = [
  [
    'Name,Id,Created at,Subtotal,Shipping,Taxes,Total,Currency,Refunded Amount,Lineitem name,Lineitem quantity,Lineitem price'.split(
      ',',
    ),
    '#1,9001,2019-03-04 10:00:00 +0100,40.00,5.00,0.00,45.00,EUR,0.00,Pot,2,20.00'.split(','),
    '#1,,,,,,,,,Pan,1,0.00'.split(','),
  ],
  [
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'.split(','),
    '536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom'.split(','),
    'C536379,D,Discount,-1,2010-12-01 09:41:00,27.50,14527,United Kingdom'.split(','),
  ],
  [
    'order_id,order_number,order_date,status,shipping_total,order_total,order_currency,item_name,item_quantity,item_total'.split(
      ',',
    ),
    '7,7,2024-01-01 10:00:00,completed,4.90,44.90,EUR,Pot,2,40.00'.split(','),
  ],
  ['date,visitors,pageviews,bounces,visits,visit_duration'.split(','), '2024-01-02,3,9,1,4,60'.split(',')],
  [
    ['# Start date: 20240229'],
    'Nth day,Sessions,Total users,Views,Engaged sessions'.split(','),
    '0000,10,8,30,7'.split(','),
  ],
];

/** A file of an import with cells that should not be, rows that are too long, and bytes lost on the way. */
export const hostileFile: fc.Arbitrary<Buffer> = fc
  .record({
    rows: fc.constantFrom(...FILES),
    changes: fc.array(fc.tuple(fc.nat(), fc.nat(), hostileText), { maxLength: 5 }),
    repeat: fc.integer({ min: 1, max: 4 }),
    isQuoted: fc.boolean(),
  })
  .map(({ rows, changes, repeat, isQuoted }) => {
    const [head = [], ...body] = rows.map((row) => [...row]);
    const table = [head, ...Array.from({ length: repeat }, () => body.map((row) => [...row])).flat()];
    for (const [row, column, text] of changes) {
      const cells = table[row % table.length] ?? [];
      cells[column % (cells.length + 1)] = text;
    }
    const cell = (text: string) => (isQuoted ? `"${text.replaceAll('"', '""')}"` : text);
    return table.map((cells) => cells.map(cell).join(',')).join('\n');
  })
  .chain((text) => fc.oneof(fc.constant(Buffer.from(text)), damaged(fc.constant(text))));

const STORE = { slug: 'files', timeZone: 'Europe/Berlin', currency: 'EUR' };

/** @throws when a file is met with anything but a report on every row, or a word about the file */
export async function readHostileFile(file: Buffer): Promise<'read' | 'refused'> {
  const rows = () => csvRows(once(file), () => 1);
  const outcomes = await Promise.all([
    outcomeOf(async () => {
      const report = await importOrders({
        store: STORE,
        rows: rows(),
        exportFor: (headings) => exportFor(KNOWN_EXPORTS, headings),
        now: Date.now(),
        record: async (entries) => {
          for (const entry of entries) ledgerEntry.parse(entry);
          return { accepted: entries.length, duplicates: 0 };
        },
        onProgress: () => {},
      });
      requireAll(report.rows, report.usedRows + report.unused.count);
    }),
    outcomeOf(async () => {
      const visits = await readVisits(rows());
      requireAll(visits.rows, visits.days.length + visits.unused.count);
    }),
  ]);
  return outcomes.includes('read') ? 'read' : 'refused';
}

async function outcomeOf(read: () => Promise<void>): Promise<'read' | 'refused'> {
  try {
    await read();
    return 'read';
  } catch (error) {
    if (error instanceof FileProblem) return 'refused';
    throw error;
  }
}

function requireAll(rows: number, toldOf: number): void {
  if (rows !== toldOf) throw new Error(`${rows} rows, and only ${toldOf} of them are told of`);
}

async function* once(file: Buffer): AsyncGenerator<Uint8Array> {
  yield file;
}
