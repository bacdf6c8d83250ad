import { kindOf, netOf } from '@layerkick/stats/booking-figures';
import type { Booking, BookingOrder } from '@layerkick/stats/bookings';
import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import type { ReactNode } from 'react';
import { msg } from '#/features/i18n/translate.ts';
import { useT } from '#/features/i18n/use-t.ts';
import { formatMoney } from '../format/value.ts';
import { bookingContent, bookingOrigin, bookingTime } from './booking-words.ts';
import type { PanelPage } from './panel-page.ts';

/** `metric`: by what the address calls it; the time, which is the usual order, by nothing. */
const COLUMNS = [
  { field: 'at', metric: undefined, label: msg('Order') },
  { field: 'gross', metric: 'gross_sales', label: METRICS.gross_sales.label },
  { field: 'discounts', metric: 'discounts', label: METRICS.discounts.label },
  { field: 'returns', metric: 'returns', label: METRICS.returns.label },
  { field: 'net', metric: 'net_sales', label: METRICS.net_sales.label },
] as const satisfies readonly { field: BookingOrder; metric: MetricId | undefined; label: string }[];

/** What a metric in the address orders bookings by: the time where none of their columns is meant. */
export function orderingOf(by: MetricId | undefined): BookingOrder {
  return COLUMNS.find(({ metric }) => metric === by)?.field ?? 'at';
}

interface BookingsTableProps {
  bookings: readonly Booking[];
  page: PanelPage;
  /** What they are in the order of, where that can be changed. */
  sorted?: { readonly column: BookingOrder; readonly ascending: boolean };
  renderHeading?: (column: { field: BookingOrder; metric: MetricId | undefined; name: string }) => ReactNode;
}

/** The parts of net sales of each booking, so that a column adds up to its figure. */
export function BookingsTable({ bookings, page, sorted, renderHeading }: BookingsTableProps) {
  const t = useT();
  if (bookings.length === 0) return <p className="panel-empty">{t('Nothing in this period.')}</p>;
  const amount = (booking: Booking, minor: number) =>
    minor === 0 ? '–' : formatMoney(minor, booking.currency, t);
  const ranks = sorted === undefined || sorted.column === 'at' ? 'net' : sorted.column;
  const needs = (field: BookingOrder) => (field === 'at' || field === ranks ? undefined : 'some');
  return (
    <div className="rank-scroll">
      <table className="bookings">
        <thead>
          <tr>
            {COLUMNS.map(({ field, metric, label }) => (
              <th
                key={field}
                scope="col"
                data-needs={needs(field)}
                aria-sort={
                  sorted?.column === field ? (sorted.ascending ? 'ascending' : 'descending') : undefined
                }
              >
                {renderHeading?.({ field, metric, name: t(label) }) ?? t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bookings.map((booking) => {
            const { order, at, gross, discounts, returns } = booking;
            const [kind, net] = [kindOf(booking), netOf(booking)];
            const isOrder = kind === 'order';
            return (
              <tr key={`${order} ${at} ${gross} ${returns}`} data-order={order}>
                <td>
                  <span className="order-content">
                    {isOrder ? bookingContent(booking, t) : t('Order {order}', { order })}
                  </span>
                  <small>
                    {isOrder ? bookingOrigin(booking, t) : kind === 'return' ? t('Return') : t('Correction')}
                    {' · '}
                    <time dateTime={new Date(at).toISOString()}>{bookingTime(at, page, t)}</time>
                  </small>
                </td>
                <td data-needs={needs('gross')}>{amount(booking, gross)}</td>
                <td data-needs={needs('discounts')}>{amount(booking, -discounts)}</td>
                <td data-needs={needs('returns')}>{amount(booking, -returns)}</td>
                <td data-needs={needs('net')} data-rank="" data-value={net}>
                  {formatMoney(net, booking.currency, t)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
