import type { Database } from '../database.ts';
import type { DayReader } from '../days/day-reader.ts';
import type { DaySegment } from '../days/day-segment.ts';
import type { OrderReader } from '../orders/order-reader.ts';
import type { SessionRow } from '../session-row.ts';
import type { TimeZone } from '../time-zone.ts';
import { daySegmentOf, type DescribedEvent, type DescribedVisit } from './day-segment-of.ts';
import { dayOrdersOf } from './day-orders-of.ts';

/** Days made of the rows of a store's database, as long as those are what is counted. */
export function rowDays(db: Database, zone: TimeZone): DayReader {
  const segmentOf = (day: string): DaySegment => {
    const sessions = db.all<SessionRow>(
      'SELECT * FROM session WHERE day = ?1 OR id IN (SELECT session FROM event WHERE day = ?1)',
      day,
    );
    const hours = zone.hoursBetween(zone.startOfDay(day), zone.endOfDay(day));
    return daySegmentOf(
      day,
      sessions.map((session): DescribedVisit => ({
        ...session,
        own: session.day === day,
        hour: session.day === day ? hours.indexOf(session.hour_at) : 77,
        duration: session.last_at - session.first_at,
        bounced: session.page_views === 1 && session.interactions === 0,
        events: eventsOf(db, session.id).map(
          ({ id, day: happened, hour_at: hourAt, ...event }): DescribedEvent => ({
            ...event,
            hour: happened === day ? hours.indexOf(hourAt) : 'elsewhere',
            views: productsOf(db, id, 'view'),
            carts: productsOf(db, id, 'cart'),
            purchase: id,
          }),
        ),
      })),
      zone.name,
    );
  };
  return {
    segments: (from, to) =>
      daysWith(db, 'session', 'event', from, to)
        .map(segmentOf)
        .filter(({ visitCount }) => visitCount > 0),
  };
}

function eventsOf(db: Database, session: number) {
  return db.all<{ id: number; day: string; hour_at: number; name: string; page: string; bot: string }>(
    'SELECT id, day, hour_at, name, page, bot FROM event WHERE session = ? ORDER BY at, id',
    session,
  );
}

function productsOf(db: Database, event: number, kind: 'view' | 'cart'): string[] {
  return db
    .all<{ code: string }>(
      'SELECT code FROM item JOIN product ON product.id = item.product WHERE event = ? AND kind = ?',
      event,
      kind,
    )
    .map(({ code }) => code);
}

function daysWith(db: Database, table: string, other: string, from: string, to: string): string[] {
  return db
    .all<{ day: string }>(
      `SELECT day FROM ${table} WHERE day BETWEEN ?1 AND ?2 UNION SELECT day FROM ${other} WHERE day BETWEEN ?1 AND ?2 ORDER BY 1`,
      from,
      to,
    )
    .map(({ day }) => day);
}

interface PostingRow extends Record<string, string | number | null> {
  entry: number;
  order_id: string;
  is_order: number;
  at: number;
  hour_at: number;
  session: number | null;
  country: string | null;
  customer: string | null;
  bot: string;
  currency: string;
  units: number;
  gross: number;
  discount: number;
  returns: number;
  adjustment: number;
  tax: number;
  shipping: number;
}

/** The same for orders. */
export function rowOrders(db: Database, zone: TimeZone): OrderReader {
  const eventOf = (order: string, session: number | null): [number, string] | null => {
    const [row] = db.all<{ id: number; day: string }>(
      'SELECT event.id, event.day FROM ledger JOIN event ON event.id = ledger.event WHERE order_id = ? AND session = ?',
      order,
      session,
    );
    return row ? [row.id, row.day] : null;
  };
  const isSold = (order: string) =>
    db.all('SELECT 1 AS sold FROM posting WHERE order_id = ? AND is_order = 1', order).length > 0;
  const kindOf = ({ order_id: order, customer }: PostingRow): { customerKind?: 'new' | 'returning' } => {
    if (customer === null || !isSold(order)) return {};
    const [first] = db.all<{ order_id: string }>(
      'SELECT order_id FROM posting WHERE customer = ? AND is_order = 1 ORDER BY at, order_id LIMIT 1',
      customer,
    );
    return { customerKind: first?.order_id === order ? 'new' : 'returning' };
  };
  const dayOf = (day: string) => {
    const hours = zone.hoursBetween(zone.startOfDay(day), zone.endOfDay(day));
    const led = db
      .all<PostingRow>('SELECT * FROM posting WHERE is_order = 1 AND session IS NOT NULL')
      .flatMap((row) => {
        const event = eventOf(row.order_id, row.session);
        return event?.[1] === day ? [{ event: event[0], order: row.order_id, ...kindOf(row) }] : [];
      });
    const postings = db.all<PostingRow>('SELECT * FROM posting WHERE day = ?', day).map((row) => {
      const { order_id: order, country, customer, session, entry, hour_at: hourAt, ...amounts } = row;
      const event = eventOf(order, session);
      return {
        ...amounts,
        order,
        isOrder: row.is_order === 1,
        hour: hours.indexOf(hourAt),
        ...(event ? { event } : {}),
        country: country ?? '',
        customer: isSold(order) ? (customer ?? '') : '',
        ...kindOf(row),
        lines: linesOf(db, entry),
        contents: db
          .all<{ code: string }>(
            `SELECT DISTINCT code FROM posting_line JOIN posting USING (entry) JOIN product ON product.id = product
             WHERE order_id = ?`,
            order,
          )
          .map(({ code }) => code),
      };
    });
    return dayOrdersOf(day, postings, led, zone.name);
  };
  return {
    days: (from, to) => daysWith(db, 'posting', 'event', from, to).map(dayOf),
    products: () =>
      new Map(
        db
          .all<{ code: string; name: string }>('SELECT code, name FROM product')
          .map(({ code, name }) => [code, { name, collection: '' }]),
      ),
  };
}

function linesOf(db: Database, entry: number) {
  return db
    .all<{
      product: string;
      is_order: number;
      units: number;
      gross: number;
      discount: number;
      returns: number;
      adjustment: number;
    }>(
      `SELECT code AS product, is_order, units, gross, discount, returns, adjustment
       FROM posting_line JOIN product ON product.id = product WHERE entry = ?`,
      entry,
    )
    .map((line) => ({ ...line, isOrder: line.is_order === 1 }));
}
