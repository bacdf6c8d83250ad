import type { BookingsQuery } from '@layerkick/stats/bookings';
import { BookingsTable } from '../panels/bookings-table.tsx';
import { panelPage } from '../panels/panel-page.ts';
import type { StoreOfPage } from '../store-of-page.server.ts';
import { selectionOf } from '../view/queries.ts';
import { type StatsSearch, withoutSheet } from '../view/search.schema.ts';
import { Pager, ROWS_A_PAGE } from './pager.tsx';
import { SheetHead } from './sheet-head.tsx';

/** What was booked for orders, one by one. */
export async function bookingsSheet(store: StoreOfPage, search: StatsSearch) {
  const { t } = store;
  const place = search.place ?? 0;
  const answer = await store.reading.bookings?.(bookingsOf(search, ROWS_A_PAGE, place));
  // Whoever may not see orders one by one is led here by nothing.
  if (!answer) return null;
  return (
    <>
      <SheetHead title={t('Orders and returns')} />
      <div className="rank sheet-scroll" data-sheet="bookings">
        <BookingsTable bookings={answer.bookings} page={panelPage(store, withoutSheet(search))} />
      </div>
      <footer className="sheet-foot">
        <Pager search={search} place={place} count={answer.count} />
      </footer>
    </>
  );
}

/** The bookings behind the figures of a page. */
export function bookingsOf(search: StatsSearch, limit: number, offset = 0): BookingsQuery {
  const { filters, bots, range } = selectionOf(search);
  return { range, filters: filters ?? [], bots: bots ?? false, limit, offset };
}
