import { type Columns, decodeColumns } from '../columns/decode-columns.ts';
import { type Column, encodeColumns } from '../columns/encode-columns.ts';
import type { DayOrders } from './day-orders.ts';

/** What is stored of a part of a day: its columns, but not what follows from the day and its time zone. */
export function encodeOrders({ postings, lines, contents, led }: DayOrders): Uint8Array {
  return encodeColumns({
    ...stored('postings', postings),
    ...stored('lines', lines),
    contents,
    ...stored('led', led),
  });
}

function stored(name: string, table: Readonly<Record<string, Column | number>>): Record<string, Column> {
  const columns: Record<string, Column> = {};
  for (const [column, values] of Object.entries(table)) {
    // How many rows there are is the length of any of them.
    if (typeof values !== 'number') columns[`${name}.${column}`] = values;
  }
  return columns;
}

/** `hours` are the starts of the day's hours. A column is unpacked when it is first asked for. */
export function decodeOrders(day: string, hours: readonly number[], bytes: Uint8Array): DayOrders {
  const columns = decodeColumns(bytes);
  return lazy<DayOrders>({
    day: () => day,
    hours: () => hours,
    postings: () => postingsIn(columns),
    lines: () => linesIn(columns),
    contents: () => columns.coded('contents'),
    led: () => ledIn(columns),
  });
}

function postingsIn(columns: Columns): DayOrders['postings'] {
  return lazy<DayOrders['postings']>({
    count: () => columns.u8('postings.isOrder').length,
    order: () => columns.coded('postings.order'),
    isOrder: () => columns.u8('postings.isOrder'),
    isTold: () => columns.u8('postings.isTold'),
    at: () => columns.f64('postings.at'),
    hour: () => columns.u8('postings.hour'),
    event: () => columns.f64('postings.event'),
    eventDay: () => columns.coded('postings.eventDay'),
    country: () => columns.coded('postings.country'),
    browser: () => columns.coded('postings.browser'),
    customer: () => columns.coded('postings.customer'),
    customerKind: () => columns.coded('postings.customerKind'),
    bot: () => columns.coded('postings.bot'),
    currency: () => columns.coded('postings.currency'),
    units: () => columns.f64('postings.units'),
    gross: () => columns.f64('postings.gross'),
    discount: () => columns.f64('postings.discount'),
    returns: () => columns.f64('postings.returns'),
    adjustment: () => columns.f64('postings.adjustment'),
    tax: () => columns.f64('postings.tax'),
    shipping: () => columns.f64('postings.shipping'),
    linesFrom: () => columns.u32('postings.linesFrom'),
    contentsFrom: () => columns.u32('postings.contentsFrom'),
  });
}

function linesIn(columns: Columns): DayOrders['lines'] {
  return lazy<DayOrders['lines']>({
    count: () => columns.u8('lines.isOrder').length,
    product: () => columns.coded('lines.product'),
    isOrder: () => columns.u8('lines.isOrder'),
    units: () => columns.f64('lines.units'),
    gross: () => columns.f64('lines.gross'),
    discount: () => columns.f64('lines.discount'),
    returns: () => columns.f64('lines.returns'),
    adjustment: () => columns.f64('lines.adjustment'),
  });
}

function ledIn(columns: Columns): DayOrders['led'] {
  return lazy<DayOrders['led']>({
    count: () => columns.f64('led.event').length,
    event: () => columns.f64('led.event'),
    order: () => columns.coded('led.order'),
    customerKind: () => columns.coded('led.customerKind'),
  });
}

/** Fields that are made when they are first asked for. */
function lazy<Fields extends object>(make: { readonly [Name in keyof Fields]: () => Fields[Name] }): Fields {
  const fields = {};
  for (const [name, makeField] of Object.entries<() => unknown>(make)) {
    Object.defineProperty(fields, name, {
      enumerable: true,
      configurable: true,
      get() {
        const value = makeField();
        Object.defineProperty(fields, name, { enumerable: true, value });
        return value;
      },
    });
  }
  // Each of them is defined above.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return fields as Fields;
}
