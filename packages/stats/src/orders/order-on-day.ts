import type { TimeZone } from '../time-zone.ts';
import type { Posting } from './post-order.ts';
import type { PostingLine } from './posting-lines.ts';

/** All that counts of an order on one store-local day. */
export interface OrderOnDay {
  readonly order: string;
  readonly postings: readonly DayPosting[];
  /** Every product that the order contains, whenever. */
  readonly contents: readonly string[];
  /** The event of this day that the order belongs to. */
  readonly led: number | null;
  readonly customerKind: CustomerKind;
}

/** Whether an order is its customer's first ever; '' where none is known or nothing was sold. */
export type CustomerKind = 'new' | 'returning' | '';

/** A row of `DayOrders`; what its columns mean is said there. */
export interface DayPosting {
  readonly isOrder: boolean;
  readonly isTold: boolean;
  readonly at: number;
  readonly event: number;
  readonly eventDay: string;
  readonly country: string;
  readonly browser: string;
  readonly customer: string;
  readonly bot: string;
  readonly currency: string;
  readonly units: number;
  readonly gross: number;
  readonly discount: number;
  readonly returns: number;
  readonly adjustment: number;
  readonly tax: number;
  readonly shipping: number;
  readonly lines: readonly PostingLine[];
}

/** The days that an order is on: those of what counts of it, and the one of the event that it belongs to. */
export function daysOfOrder(postings: readonly Posting[], zone: TimeZone): Set<string> {
  const days = new Set(postings.map(({ entry }) => zone.dayOf(entry.at)));
  const attributedTo = postings[0]?.attributedTo;
  if (attributedTo) days.add(zone.dayOf(attributedTo.at));
  return days;
}

/** What counts of an order, by day. */
export function orderByDay(
  order: string,
  postings: readonly Posting[],
  customerKind: CustomerKind,
  zone: TimeZone,
): Map<string, OrderOnDay> {
  const contents = [...new Set(postings.flatMap(({ lines }) => lines.map(({ product }) => product)))];
  const attributedTo = postings[0]?.attributedTo ?? null;
  const eventDay = attributedTo ? zone.dayOf(attributedTo.at) : '';
  const isSold = postings.some(({ isOrder }) => isOrder);
  const rows = Map.groupBy(postings, ({ entry }) => zone.dayOf(entry.at));
  const byDay = new Map<string, OrderOnDay>();
  for (const day of daysOfOrder(postings, zone)) {
    byDay.set(day, {
      order,
      contents,
      customerKind,
      led: attributedTo && day === eventDay ? attributedTo.event : null,
      postings: (rows.get(day) ?? []).map(({ entry, ...posting }) => ({
        isOrder: posting.isOrder,
        isTold: posting.isTold,
        at: entry.at,
        event: attributedTo?.event ?? 0,
        eventDay,
        country: posting.country ?? '',
        browser: posting.browser ?? '',
        customer: (isSold && posting.customer) || '',
        bot: posting.bot,
        currency: entry.currency,
        units: posting.units,
        gross: entry.gross,
        discount: entry.discount,
        returns: posting.returns,
        adjustment: entry.adjustment,
        tax: entry.tax,
        shipping: entry.shipping,
        lines: posting.lines,
      })),
    });
  }
  return byDay;
}
