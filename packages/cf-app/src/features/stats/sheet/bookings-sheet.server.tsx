import type { BookingsQuery } from '@layerkick/stats/bookings';
import { msg } from '#/features/i18n/translate.ts';
import { StateLink } from '../fragments/state-link.tsx';
import { BookingsTable, orderingOf } from '../panels/bookings-table.tsx';
import { bookingsLink } from '../panels/export-link.ts';
import { panelPage } from '../panels/panel-page.ts';
import type { StoreOfPage } from '../store-of-page.server.ts';
import { selectionOf } from '../view/queries.ts';
import { type StatsSearch, withoutSheet } from '../view/search.schema.ts';
import { Pager, ROWS_A_PAGE } from './pager.tsx';
import { SheetHead } from './sheet-head.tsx';
import { SheetTools } from './sheet-tools.tsx';
import { SortLink } from './sort-link.tsx';

const KINDS = { orders: msg('Orders'), bookings: msg('Orders and returns') } as const;

/** Orders, or all that was booked for them, one by one: searched, sorted, page by page. */
export async function bookingsSheet(store: StoreOfPage, search: StatsSearch, show: keyof typeof KINDS) {
  const { t } = store;
  const page = panelPage(store, withoutSheet(search));
  const place = search.place ?? 0;
  const column = orderingOf(search.by);
  const ascending = search.up ?? false;
  const question: BookingsQuery = {
    ...bookingsOf(withoutSheet(search), ROWS_A_PAGE, place),
    kind: show === 'orders' ? 'orders' : 'all',
    find: search.find ?? '',
    orderBy: { field: column, direction: ascending ? 'asc' : 'desc' },
  };
  const answer = await store.reading.bookings?.(question);
  // Whoever may not see orders one by one is led here by nothing.
  if (!answer) return null;
  const title = t(KINDS[show]);
  return (
    <>
      <SheetHead title={title}>
        <nav className="tabs" aria-label={t('What is listed')}>
          {(['orders', 'bookings'] as const).map((kind) => (
            <StateLink
              key={kind}
              search={{ ...search, show: kind, place: undefined }}
              aria-current={kind === show ? 'true' : undefined}
            >
              {t(KINDS[kind])}
            </StateLink>
          ))}
        </nav>
      </SheetHead>
      <SheetTools title={title} search={search} csv={store.mayExport ? bookingsLink(page, question) : null} />
      <div className="rank sheet-scroll" data-sheet={show}>
        {answer.count === 0 ? (
          <p className="panel-empty">{search.find ? t('Nothing found') : t('Nothing in this period.')}</p>
        ) : (
          <BookingsTable
            bookings={answer.bookings}
            page={page}
            sorted={{ column, ascending }}
            renderHeading={({ metric, field, name }) => (
              <SortLink
                search={search}
                metric={metric}
                name={name}
                sorted={field === column}
                ascending={ascending}
              />
            )}
          />
        )}
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
