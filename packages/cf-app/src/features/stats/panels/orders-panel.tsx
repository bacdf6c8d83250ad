import type { BookingsAnswer } from '@layerkick/stats/bookings';
import { useT } from '#/features/i18n/use-t.ts';
import { formatMoney } from '../format/value.ts';
import { bookingContent, bookingOrigin, bookingTime } from './booking-words.ts';
import { bookingsLink } from './export-link.ts';
import { FailedPart } from './failed-part.tsx';
import { FootLinks } from './foot-links.tsx';
import { PanelFrame } from './panel-frame.tsx';
import type { PanelPage } from './panel-page.ts';

/** The latest orders: what was bought, from where, for how much. */
export function OrdersPanel({ answer, page }: { answer: BookingsAnswer | null; page: PanelPage }) {
  const t = useT();
  const title = t('Recent orders');
  return (
    <PanelFrame panel="orders" title={title} asked={page.asked}>
      {answer === null ? (
        <FailedPart title={title} page={page} />
      ) : answer.count === 0 ? (
        <p className="panel-empty">{t('Nothing in this period.')}</p>
      ) : (
        <>
          <ul className="orders">
            {answer.bookings.map((booking) => (
              <li key={booking.order} data-order={booking.order}>
                <span className="order-content">{bookingContent(booking, t)}</span>
                <b>{formatMoney(booking.gross - booking.discounts, booking.currency, t)}</b>
                <small>{bookingOrigin(booking, t)}</small>
                <small>
                  <time dateTime={new Date(booking.at).toISOString()}>
                    {bookingTime(booking.at, page, t)}
                  </time>
                </small>
              </li>
            ))}
          </ul>
          <footer className="panel-foot">
            <FootLinks
              title={title}
              count={answer.count}
              search={{ ...page.asked, show: 'orders' }}
              csv={page.mayExport ? bookingsLink(page, answer.query) : null}
            />
            <span>{page.timeZone.replaceAll('_', ' ')}</span>
          </footer>
        </>
      )}
    </PanelFrame>
  );
}
