import type { Dimension } from '../query.ts';
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

const eventTable = (name: string): SourceTable => ({
  from: 'event e',
  alias: 'e',
  joinSession: 'JOIN session s ON s.id = e.session',
  session: 'e.session',
  only: `e.name = '${name}'`,
  withProduct: viewedIn('e.session'),
});

export const SOURCE_TABLES: Readonly<Record<Source, SourceTable>> = {
  sessions: {
    from: 'session s',
    alias: 's',
    joinSession: '',
    session: 's.id',
    withProduct: viewedIn('s.id'),
  },
  page_views: eventTable('page_view'),
  checkouts: eventTable('begin_checkout'),
  items: {
    from: 'item i',
    alias: 'i',
    joinSession: 'JOIN session s ON s.id = i.session',
    session: 'i.session',
    withProduct: viewedIn('i.session'),
  },
  orders: {
    from: 'posting p',
    alias: 'p',
    joinSession: 'LEFT JOIN session s ON s.id = p.session',
    session: 'p.session',
    withProduct: (products) => `p.order_id IN (SELECT same.order_id FROM posting_line sold
      CROSS JOIN posting same ON same.entry = sold.entry WHERE sold.product IN ${products})`,
  },
};

/** The dimensions that a visit has one value of: columns of `session`, called as they are. */
export type VisitDimension = Exclude<Dimension, 'page' | 'product'>;

export function isOfVisit(grouping: Dimension | 'day' | 'hour' | undefined): grouping is VisitDimension {
  return grouping !== undefined && !['day', 'hour', 'page', 'product'].includes(grouping);
}

export function sessionColumn(dimension: VisitDimension, table: SourceTable): string {
  if (table.alias !== 'p') return `s.${dimension}`;
  return dimension === 'country' ? `COALESCE(p.country, s.country, '')` : `COALESCE(s.${dimension}, '')`;
}

function viewedIn(session: string) {
  return (products: string) => `EXISTS (SELECT 1 FROM item viewed WHERE viewed.session = ${session}
    AND viewed.kind = 'view' AND viewed.product IN ${products})`;
}
