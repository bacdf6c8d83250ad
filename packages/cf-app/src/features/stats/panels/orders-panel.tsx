import type { BookingsAnswer } from '@layerkick/stats/bookings';
import { Download, Maximize2 } from 'lucide-react';
import { useT } from '#/features/i18n/use-t.ts';
import { StateLink } from '../fragments/state-link.tsx';
import { formatMoney } from '../format/value.ts';
import { bookingContent, bookingOrigin, bookingTime } from './booking-words.ts';
import { bookingsLink } from './export-link.ts';
import { FailedPart } from './failed-part.tsx';
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
            <StateLink search={{ ...page.asked, show: 'orders' }} className="more">
              {t('Show all {count}', { count: answer.count })}
              <span className="sr-only">: {title}</span>
              <Maximize2 size={12} aria-hidden />
            </StateLink>
            {page.mayExport ? (
              <a className="more" href={bookingsLink(page, answer.query)} download>
                CSV
                <span className="sr-only">: {title}</span>
                <Download size={12} aria-hidden />
              </a>
            ) : null}
            <span>{page.timeZone.replaceAll('_', ' ')}</span>
          </footer>
        </>
      )}
    </PanelFrame>
  );
}
