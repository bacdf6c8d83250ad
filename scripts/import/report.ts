import { minorUnitDigits } from '../../packages/stats/src/money.ts';
import type { ImportReport } from '../../packages/cf-app/src/features/imports/orders/import-orders.ts';
import type { Tally } from '../../packages/cf-app/src/features/imports/tally.ts';

/** What became of every row, for the operator. */
export function describeReport(report: ImportReport, currency: string): string {
  const { entries, totals, unused, remarks } = report;
  const recorded = entries.sale + entries.cancellation + entries.adjustment;
  const money = (minor: number) =>
    new Intl.NumberFormat('en', { style: 'currency', currency }).format(
      minor / 10 ** minorUnitDigits(currency),
    );
  return [
    `${counted(report.rows, 'row')}: ${count(report.usedRows)} used, ${count(unused.count)} not used`,
    `  ${counted(entries.sale, 'order')}, ${counted(entries.cancellation, 'cancellation')}, ${counted(entries.adjustment, 'adjustment')}` +
      (report.duplicates > 0
        ? ` (${count(report.duplicates)} of these ${count(recorded)} were there already)`
        : ''),
    `  gross ${money(totals.gross)}, returned ${money(totals.returns)}, adjusted ${money(totals.adjustment)}, net ${money(totals.gross - totals.returns + totals.adjustment)}`,
    ...listed('Not used:', unused),
    ...listed('Used, and worth knowing:', remarks),
  ].join('\n');
}

/** Rows by reason, a line each, under a title; nothing where there are none. */
export function listed(title: string, tally: Tally): string[] {
  if (tally.count === 0) return [];
  const reasons = tally.byReason().map(({ reason, count: rows, lines }) => {
    const more = rows > lines.length ? ', …' : '';
    return `  ${counted(rows, 'row')}: ${reason} (line ${lines.join(', ')}${more})`;
  });
  return [title, ...reasons];
}

function count(value: number): string {
  return value.toLocaleString('en');
}

function counted(value: number, thing: string): string {
  return `${count(value)} ${thing}${value === 1 ? '' : 's'}`;
}
