import { coded } from '../columns/coded.ts';
import type { DayOrders } from '../orders/day-orders.ts';
import { TimeZone } from '../time-zone.ts';
import { startsOf } from './starts-of.ts';

/** What a test says about a posting; everything else is a person's order of nothing by nobody in euros. */
export interface DescribedPosting extends Amounts {
  readonly order: string;
  readonly isOrder?: boolean;
  readonly isTold?: boolean;
  /** Epoch ms. */
  readonly at?: number;
  /** Place of the hour. */
  readonly hour?: number;
  /** The purchase event and its day. */
  readonly event?: readonly [id: number, day: string];
  readonly country?: string;
  readonly browser?: string;
  readonly customer?: string;
  readonly customerKind?: 'new' | 'returning';
  readonly bot?: string;
  readonly currency?: string;
  readonly tax?: number;
  readonly shipping?: number;
  readonly lines?: readonly DescribedLine[];
  /** The products of the order; where none are said, those of the lines. */
  readonly contents?: readonly string[];
}

interface Amounts {
  readonly units?: number;
  readonly gross?: number;
  readonly discount?: number;
  readonly returns?: number;
  readonly adjustment?: number;
}

export interface DescribedLine extends Amounts {
  readonly product: string;
  readonly isOrder?: boolean;
}

export interface DescribedLed {
  readonly event: number;
  readonly order: string;
  readonly customerKind?: 'new' | 'returning';
}

/** The orders of a day of a shop in `timeZone`. */
export function dayOrdersOf(
  day: string,
  postings: readonly DescribedPosting[],
  ledBy: readonly DescribedLed[] = [],
  timeZone = 'Europe/Berlin',
): DayOrders {
  const zone = TimeZone.of(timeZone);
  const lines = postings.map((posting) => posting.lines ?? []);
  const contents = postings.map(
    (posting, index) => posting.contents ?? lines[index]?.map((line) => line.product) ?? [],
  );
  const led = ledBy.toSorted((a, b) => a.event - b.event);
  return {
    day,
    hours: zone.hoursBetween(zone.startOfDay(day), zone.endOfDay(day)),
    postings: {
      count: postings.length,
      order: coded(postings.map(({ order }) => order)),
      at: Float64Array.from(postings, ({ at = 0 }) => at),
      hour: Uint8Array.from(postings, ({ hour = 0 }) => hour),
      event: Float64Array.from(postings, ({ event }) => event?.[0] ?? 0),
      eventDay: coded(postings.map(({ event }) => event?.[1] ?? '')),
      isTold: Uint8Array.from(postings, ({ isTold = false }) => Number(isTold)),
      country: coded(postings.map(({ country = '' }) => country)),
      browser: coded(postings.map(({ browser = '' }) => browser)),
      customerKind: coded(postings.map(({ customerKind = '' }) => customerKind)),
      customer: coded(postings.map(({ customer = '' }) => customer)),
      bot: coded(postings.map(({ bot = '' }) => bot)),
      currency: coded(postings.map(({ currency = 'EUR' }) => currency)),
      ...amountsOf(postings),
      tax: Float64Array.from(postings, ({ tax = 0 }) => tax),
      shipping: Float64Array.from(postings, ({ shipping = 0 }) => shipping),
      linesFrom: startsOf(lines),
      contentsFrom: startsOf(contents),
    },
    lines: {
      count: lines.flat().length,
      product: coded(lines.flat().map(({ product }) => product)),
      ...amountsOf(lines.flat()),
    },
    contents: coded(contents.flat()),
    led: {
      count: led.length,
      event: Float64Array.from(led, ({ event }) => event),
      order: coded(led.map(({ order }) => order)),
      customerKind: coded(led.map(({ customerKind = '' }) => customerKind)),
    },
  };
}

function amountsOf(rows: readonly (Amounts & { readonly isOrder?: boolean })[]) {
  return {
    isOrder: Uint8Array.from(rows, ({ isOrder = false }) => Number(isOrder)),
    units: Float64Array.from(rows, ({ units = 0 }) => units),
    gross: Float64Array.from(rows, ({ gross = 0 }) => gross),
    discount: Float64Array.from(rows, ({ discount = 0 }) => discount),
    returns: Float64Array.from(rows, ({ returns = 0 }) => returns),
    adjustment: Float64Array.from(rows, ({ adjustment = 0 }) => adjustment),
  };
}
