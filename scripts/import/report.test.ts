import { expect, test } from 'vitest';
import { describeReport } from './report.ts';
import { Tally } from '../../packages/cf-app/src/features/imports/tally.ts';

test('every row is in the report, what was not used with the first places where it is', () => {
  const unused = new Tally();
  for (const line of [9, 12, 13, 14, 15, 16]) unused.add('Quantity is not a whole number', line);
  unused.add('InvoiceNo is empty', 7);
  const remarks = new Tally();
  remarks.add('no price, so part of its order and nothing in sales', 3);
  const report = {
    rows: 1_010,
    usedRows: 1_003,
    entries: { sale: 1, cancellation: 2, adjustment: 0 },
    duplicates: 1,
    totals: { gross: 123_456, returns: 1_000, adjustment: -5 },
    unused,
    remarks,
  };
  expect(describeReport(report, 'GBP')).toBe(
    `1,010 rows: 1,003 used, 7 not used
  1 order, 2 cancellations, 0 adjustments (1 of these 3 were there already)
  gross £1,234.56, returned £10.00, adjusted -£0.05, net £1,224.51
Not used:
  6 rows: Quantity is not a whole number (line 9, 12, 13, 14, 15, …)
  1 row: InvoiceNo is empty (line 7)
Used, and worth knowing:
  1 row: no price, so part of its order and nothing in sales (line 3)`,
  );
});
