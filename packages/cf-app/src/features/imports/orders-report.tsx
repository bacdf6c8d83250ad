import { useT } from '#/features/i18n/use-t.ts';
import { formatMoney } from '#/features/stats/format/value.ts';
import type { ImportReport } from './orders/import-orders.ts';
import { Reasons } from './reasons.tsx';

/** What became of every row. */
export function OrdersReport({ report, currency }: { report: ImportReport; currency: string }) {
  const t = useT();
  const { entries, totals, unused, remarks } = report;
  const money = (minor: number) => formatMoney(minor, currency, t);
  const recorded = entries.sale + entries.cancellation + entries.adjustment;
  return (
    <>
      <p className="font-medium text-ink">
        {t('{used} of {rows} rows used: {orders} orders, {cancellations} cancellations.', {
          used: report.usedRows,
          rows: report.rows,
          orders: entries.sale,
          cancellations: entries.cancellation,
        })}
      </p>
      <p className="text-ink-2 tabular-nums">
        {t('Gross {gross}, returned {returned}, net {net}.', {
          gross: money(totals.gross),
          returned: money(totals.returns),
          net: money(totals.gross - totals.returns + totals.adjustment),
        })}
        {report.duplicates === 0
          ? null
          : ` ${t('{known} of {recorded} were there already.', { known: report.duplicates, recorded })}`}
      </p>
      <Reasons title={t('Not used')} tally={unused} />
      <Reasons title={t('Used, and worth knowing')} tally={remarks} />
    </>
  );
}
