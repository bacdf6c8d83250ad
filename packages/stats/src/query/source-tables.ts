import type { Source } from './measures.ts';

/** Where the rows of a source are and how its columns are called. */
export interface SourceTable {
  readonly from: string;
  /** Alias of the table that has `day`, `hour_at` and `bot`. */
  readonly alias: string;
  /** Adds the row's session as `s`; '' where it is that already. */
  readonly joinSession: string;
  /** The id of the row's session. */
  readonly session: string;
  /** Narrows the table to the source's rows. */
  readonly only?: string;
  /** Rows whose visit looked at, or whose order contains, one of a list of product ids. */
  readonly withProduct: (products: string) => string;
}

const eventTable = (only: string): SourceTable => ({
  from: 'event e',
  alias: 'e',
  joinSession: 'JOIN session s ON s.id = e.session',
  session: 'e.session',
  only,
  withProduct: viewedIn('e.session'),
});

const POSTINGS: SourceTable = {
  from: 'posting p',
  alias: 'p',
  joinSession: 'LEFT JOIN session s ON s.id = p.session',
  session: 'p.session',
  withProduct: (products) => `p.order_id IN (SELECT same.order_id FROM posting_line sold
    CROSS JOIN posting same ON same.entry = sold.entry WHERE sold.product IN ${products})`,
};

export const SOURCE_TABLES: Readonly<Record<Source, SourceTable>> = {
  sessions: {
    from: 'session s',
    alias: 's',
    joinSession: '',
    session: 's.id',
    withProduct: viewedIn('s.id'),
  },
  page_views: eventTable(`e.name = 'page_view'`),
  checkouts: eventTable(`e.name = 'begin_checkout'`),
  // Days are indexed by name: looked up name after name, those days are all that is read.
  events: eventTable(`e.name IN (WITH RECURSIVE known (name) AS (SELECT MIN(name) FROM event
    UNION ALL SELECT (SELECT MIN(name) FROM event WHERE name > known.name) FROM known WHERE known.name IS NOT NULL)
    SELECT name FROM known WHERE name IS NOT NULL)`),
  items: {
    from: 'item i',
    alias: 'i',
    joinSession: 'JOIN session s ON s.id = i.session',
    session: 'i.session',
    withProduct: viewedIn('i.session'),
  },
  orders: POSTINGS,
  customers: { ...POSTINGS, only: 'p.is_order = 1 AND p.customer IS NOT NULL' },
};

function viewedIn(session: string) {
  return (products: string) => `EXISTS (SELECT 1 FROM item viewed WHERE viewed.session = ${session}
    AND viewed.kind = 'view' AND viewed.product IN ${products})`;
}
