import { type Coded, coded } from '../columns/coded.ts';
import type { DayOrders } from './day-orders.ts';
import type { CustomerKind, DayPosting, OrderOnDay } from './order-on-day.ts';
import type { PostingLine } from './posting-lines.ts';

/** The orders of a part of a day as columns. `hours` are the starts of the day's hours. */
export function columnsOf(day: string, hours: readonly number[], orders: readonly OrderOnDay[]): DayOrders {
  const rows = orders.flatMap((order) => order.postings.map((posting) => ({ ...posting, ...of(order) })));
  const lines = rows.flatMap((row) => row.lines);
  const led = orders
    .flatMap(({ led: event, order, customerKind }) =>
      event === null ? [] : [{ event, order, customerKind }],
    )
    .toSorted((a, b) => a.event - b.event);
  const texts = (value: (row: Row) => string) => coded(rows.map(value));
  const numbers = (value: (row: Row) => number) => Float64Array.from(rows, value);
  const lineNumbers = (value: (line: PostingLine) => number) => Float64Array.from(lines, value);
  return {
    day,
    hours,
    postings: {
      count: rows.length,
      order: texts(({ order }) => order),
      isOrder: Uint8Array.from(rows, ({ isOrder }) => Number(isOrder)),
      isTold: Uint8Array.from(rows, ({ isTold }) => Number(isTold)),
      at: numbers(({ at }) => at),
      hour: Uint8Array.from(rows, ({ at }) => hours.findLastIndex((start) => start <= at)),
      event: numbers(({ event }) => event),
      eventDay: texts(({ eventDay }) => eventDay),
      country: texts(({ country }) => country),
      browser: texts(({ browser }) => browser),
      customer: texts(({ customer }) => customer),
      customerKind: texts(({ customerKind }) => customerKind),
      bot: texts(({ bot }) => bot),
      currency: texts(({ currency }) => currency),
      units: numbers(({ units }) => units),
      gross: numbers(({ gross }) => gross),
      discount: numbers(({ discount }) => discount),
      returns: numbers(({ returns }) => returns),
      adjustment: numbers(({ adjustment }) => adjustment),
      tax: numbers(({ tax }) => tax),
      shipping: numbers(({ shipping }) => shipping),
      linesFrom: offsetsOf(rows.map((row) => row.lines.length)),
      contentsFrom: offsetsOf(rows.map(({ contents }) => contents.length)),
    },
    lines: {
      count: lines.length,
      product: coded(lines.map(({ product }) => product)),
      isOrder: Uint8Array.from(lines, ({ isOrder }) => Number(isOrder)),
      units: lineNumbers(({ units }) => units),
      gross: lineNumbers(({ gross }) => gross),
      discount: lineNumbers(({ discount }) => discount),
      returns: lineNumbers(({ returns }) => returns),
      adjustment: lineNumbers(({ adjustment }) => adjustment),
    },
    contents: coded(rows.flatMap(({ contents }) => contents)),
    led: {
      count: led.length,
      event: Float64Array.from(led, ({ event }) => event),
      order: coded(led.map(({ order }) => order)),
      customerKind: coded(led.map(({ customerKind }) => customerKind)),
    },
  };
}

type Row = DayPosting & Pick<OrderOnDay, 'order' | 'contents' | 'customerKind'>;

function of({ order, contents, customerKind }: OrderOnDay) {
  return { order, contents, customerKind };
}

/** Where each of some groups of so many begins, and where the last one ends. */
function offsetsOf(counts: readonly number[]): Uint32Array {
  const offsets = new Uint32Array(counts.length + 1);
  for (const [place, count] of counts.entries()) offsets[place + 1] = (offsets[place] ?? 0) + count;
  return offsets;
}

/** The orders that `columnsOf` was given, each once. */
export function ordersOf({ postings, lines, contents, led }: DayOrders): OrderOnDay[] {
  const orders = new Map<string, { postings: DayPosting[] } & Omit<OrderOnDay, 'postings'>>();
  for (let row = 0; row < postings.count; row += 1) {
    const number = (column: ArrayLike<number>) => column[row] ?? 0;
    const order = textAt(postings.order, row);
    const posting: DayPosting = {
      isOrder: number(postings.isOrder) === 1,
      isTold: number(postings.isTold) === 1,
      at: number(postings.at),
      event: number(postings.event),
      eventDay: textAt(postings.eventDay, row),
      country: textAt(postings.country, row),
      browser: textAt(postings.browser, row),
      customer: textAt(postings.customer, row),
      bot: textAt(postings.bot, row),
      currency: textAt(postings.currency, row),
      units: number(postings.units),
      gross: number(postings.gross),
      discount: number(postings.discount),
      returns: number(postings.returns),
      adjustment: number(postings.adjustment),
      tax: number(postings.tax),
      shipping: number(postings.shipping),
      lines: range(postings.linesFrom, row).map((line) => lineAt(lines, line)),
    };
    const known = orders.get(order);
    if (known) {
      known.postings.push(posting);
    } else {
      orders.set(order, {
        order,
        postings: [posting],
        contents: range(postings.contentsFrom, row).map((place) => textAt(contents, place)),
        led: null,
        customerKind: kindAt(postings.customerKind, row),
      });
    }
  }
  for (let row = 0; row < led.count; row += 1) {
    const order = textAt(led.order, row);
    const event = led.event[row] ?? 0;
    const customerKind = kindAt(led.customerKind, row);
    const known = orders.get(order) ?? { order, postings: [], contents: [], customerKind };
    orders.set(order, { ...known, led: event });
  }
  return [...orders.values()];
}

function range(from: Uint32Array, row: number): number[] {
  const start = from[row] ?? 0;
  return Array.from({ length: (from[row + 1] ?? 0) - start }, (_, place) => start + place);
}

function textAt({ values, codes }: Coded, row: number): string {
  return values[codes[row] ?? 0] ?? '';
}

function kindAt(column: Coded, row: number): CustomerKind {
  const kind = textAt(column, row);
  return kind === 'new' || kind === 'returning' ? kind : '';
}

function lineAt(lines: DayOrders['lines'], line: number): PostingLine {
  return {
    product: textAt(lines.product, line),
    isOrder: lines.isOrder[line] === 1,
    units: lines.units[line] ?? 0,
    gross: lines.gross[line] ?? 0,
    discount: lines.discount[line] ?? 0,
    returns: lines.returns[line] ?? 0,
    adjustment: lines.adjustment[line] ?? 0,
  };
}
