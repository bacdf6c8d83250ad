import type { Booking } from '@layerkick/stats/bookings';
import { useT } from '#/features/i18n/use-t.ts';
import { formatMoney } from '../format/value.ts';
import { bookingContent, bookingOrigin, bookingTime } from './booking-words.ts';
import type { PanelPage } from './panel-page.ts';

/** The parts of net sales of each booking, so that a column adds up to its figure. */
export function BookingsTable({ bookings, page }: { bookings: readonly Booking[]; page: PanelPage }) {
  const t = useT();
  if (bookings.length === 0) return <p className="panel-empty">{t('Nothing in this period.')}</p>;
  const amount = (booking: Booking, minor: number) =>
    minor === 0 ? '–' : formatMoney(minor, booking.currency, t);
  return (
    <div className="rank-scroll">
      <table className="bookings">
        <thead>
          <tr>
            <th scope="col">{t('Order')}</th>
            <th scope="col">{t('Gross sales')}</th>
            <th scope="col">{t('Discounts')}</th>
            <th scope="col">{t('Returns')}</th>
            <th scope="col">{t('Net sales')}</th>
          </tr>
        </thead>
        <tbody>
          {bookings.map((booking) => {
            const { order, at, gross, discounts, returns, adjustments, isOrder } = booking;
            return (
              <tr key={`${order} ${at} ${gross} ${returns}`} data-order={order}>
                <td>
                  <span className="order-content">
                    {isOrder ? bookingContent(booking, t) : t('Order {order}', { order })}
                  </span>
                  <small>
                    {isOrder ? bookingOrigin(booking, t) : returns > 0 ? t('Return') : t('Correction')}
                    {' · '}
                    <time dateTime={new Date(at).toISOString()}>{bookingTime(at, page, t)}</time>
                  </small>
                </td>
                <td>{amount(booking, gross)}</td>
                <td>{amount(booking, -discounts)}</td>
                <td>{amount(booking, -returns)}</td>
                <td data-rank="">
                  {formatMoney(gross - discounts - returns + adjustments, booking.currency, t)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
