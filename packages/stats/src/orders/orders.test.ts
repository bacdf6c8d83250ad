import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { migrate } from '../schema.ts';
import { NodeDatabase } from '../testing/node-database.ts';
import { TimeZone } from '../time-zone.ts';
import { ledgerEntry } from './ledger-entry.ts';
import { ordersOf } from './order-columns.ts';
import { type NewEntry, Orders, type OrderSizes } from './orders.ts';

const zone = TimeZone.of('Europe/Berlin');
const STORE = { slug: 'fmdf', timeZone: zone.name, currency: 'EUR' };
const MIDNIGHT = Date.parse('2026-11-19T23:00:00Z');
const HOUR = 3_600_000;
const ALL = ['2026-11-01', '2026-12-31'] as const;

/** Small enough for a few entries to be several chunks and parts. */
const SIZES: OrderSizes = { chunkCharacters: 1500, partRows: 12 };

const line = fc.record({
  product: fc.constantFrom('pot', 'lid', 'jar'),
  name: fc.constantFrom('', 'Pot', 'Lid'),
  collection: fc.constantFrom('', 'Kitchen', 'Sale'),
  quantity: fc.integer({ min: 1, max: 3 }),
  gross: fc.integer({ min: 0, max: 900 }),
});

const said = fc.record(
  {
    kind: fc.constantFrom('sale', 'sale', 'sale', 'refund', 'cancellation', 'adjustment', 'deletion'),
    order: fc.nat(8).map((number) => `order-${number}`),
    at: fc.integer({ min: -30, max: 30 }).map((hours) => MIDNIGHT + hours * HOUR),
    currency: fc.constant('EUR'),
    gross: fc.integer({ min: 0, max: 900 }),
    source: fc.constantFrom('server', 'browser'),
    customer: fc.constantFrom('ann', 'ben', ''),
    country: fc.constantFrom('DE', 'AT'),
    lines: fc.array(line, { maxLength: 3 }),
  },
  { noNullPrototype: true, requiredKeys: ['kind', 'order', 'at', 'currency', 'source'] },
);

/** Each with an id of its own, those of browsers with an event. */
const entries = fc.array(said, { maxLength: 25 }).map((all) =>
  all.map((one, index): NewEntry => ({
    entry: ledgerEntry.parse({ ...one, id: `entry-${index}` }),
    event: one.source === 'browser' ? 64 * index : null,
    bot: '',
  })),
);

class Book {
  readonly db = new NodeDatabase();
  orders = new Orders(this.db, SIZES);

  constructor() {
    migrate(this.db);
    this.db.run(`INSERT INTO store (slug, time_zone, currency) VALUES ('fmdf', 'Europe/Berlin', 'EUR')`);
  }

  append(entry: readonly NewEntry[], now = 0): void {
    this.db.transaction(() => this.orders.append(zone, entry, now));
  }

  restart(): void {
    this.orders = new Orders(this.db, SIZES);
  }

  /** All that the days say, in no particular order; and what products are called. */
  says() {
    const reader = this.orders.reader(zone);
    const days = reader.days(...ALL).flatMap((part) =>
      ordersOf(part).map(({ contents, ...order }) => ({
        day: part.day,
        ...order,
        contents: contents.toSorted(),
      })),
    );
    return {
      days: days.toSorted((a, b) => (a.day + a.order < b.day + b.order ? -1 : 1)),
      products: Object.fromEntries(reader.products()),
    };
  }
}

function told(all: readonly NewEntry[]) {
  const book = new Book();
  book.append(all);
  return book.says();
}

describe('what the days say of orders', () => {
  test('does not depend on when and in which order it was told', () => {
    const how = fc.array(fc.constantFrom('tell', 'tell two', 'restart', 'take back', 'repost'), {
      maxLength: 30,
    });
    const shuffled = entries.chain((all) =>
      fc.record({ all: fc.constant(all), left: fc.shuffledSubarray(all, { minLength: all.length }) }),
    );
    fc.assert(
      fc.property(shuffled, how, ({ all, left: order }, steps) => {
        const book = new Book();
        const left = [...order];
        const some = (count: number) => left.splice(0, count);
        for (const step of steps) {
          if (step === 'tell') book.append(some(1));
          else if (step === 'tell two') book.append(some(2));
          else if (step === 'restart') book.restart();
          else if (step === 'repost') repost(book);
          else takeBack(book, left);
        }
        book.append(left);
        expect(book.says()).toEqual(told(all));
        book.restart();
        expect(book.says()).toEqual(told(all));
      }),
      { numRuns: 100 },
    );
  });

  test('as of a time is what was told until then', () => {
    fc.assert(
      fc.property(entries, fc.nat(25), fc.nat(25), (all, first, second) => {
        const book = new Book();
        book.append(all.slice(0, first), 1000);
        book.append(all.slice(first, first + second), 2000);
        book.append(all.slice(first + second), 3000);
        const asOf = (time: number) => book.orders.asOf(zone, time, () => book.says());
        const { products } = told(all);
        for (const [time, known] of [
          [999, 0],
          [1000, first],
          [2000, first + second],
          [3000, all.length],
        ] as const) {
          // What products are called has no history.
          expect(asOf(time)).toEqual({ days: told(all.slice(0, known)).days, products });
        }
        expect(book.says()).toEqual(told(all));
      }),
      { numRuns: 50 },
    );
  });

  test('holds for what is told again, whatever it says', () => {
    fc.assert(
      fc.property(entries, entries, (all, again) => {
        const book = new Book();
        book.append(all);
        const before = book.says();
        book.restart();
        book.append(again.slice(0, all.length));
        expect(book.says()).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });
});

/** What a step that failed in the middle leaves behind. */
function takeBack(book: Book, entriesOfStep: readonly NewEntry[]): void {
  try {
    book.db.transaction(() => {
      book.orders.append(zone, entriesOfStep, 0);
      throw new RangeError('taken back');
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

function repost(book: Book): void {
  book.db.transaction(() => book.orders.clear());
  for (let seq: number | null = 0; seq !== null;) {
    const from: number = seq;
    seq = book.db.transaction(() => book.orders.repost(zone, from));
  }
}

function sale(number: number, lines = 0): NewEntry {
  const entry = ledgerEntry.parse({
    id: `sale-${number}`,
    kind: 'sale',
    order: `order-${number}`,
    at: MIDNIGHT,
    currency: 'EUR',
    gross: 100,
    source: 'server',
    lines: Array.from({ length: lines }, (_, place) => ({
      product: `product-${place}`,
      name: '',
      quantity: 1,
      gross: 1,
    })),
  });
  return { event: null, bot: '', entry };
}

describe('the ledger', () => {
  test('gives out its entries as lines, in the order they came', () => {
    const book = new Book();
    const all = Array.from({ length: 40 }, (_, number) => sale(number));
    for (const one of all) book.append([one], 5);
    book.restart();
    const lines: string[] = [];
    for (let seq = 0; ;) {
      const next = book.orders.ledger.lines(seq + 1, 35);
      if (next.length === 0) break;
      lines.push(...next.map(({ text }) => text));
      seq = next.at(-1)?.seq ?? 0;
    }
    expect(lines).toEqual(
      all
        .slice(0, 35)
        .map(({ entry, event, bot }, index) =>
          JSON.stringify({ type: 'entry', seq: index + 1, recorded: 5, event, bot, entry }),
        ),
    );
  });

  test('says how many of what servers tell is new', () => {
    const { db, orders } = new Book();
    const entry = sale(1).entry;
    expect(orders.record(STORE, [entry, entry, sale(2).entry], 0)).toEqual({ accepted: 2, duplicates: 1 });
    expect(orders.record(STORE, [entry], 0)).toEqual({ accepted: 0, duplicates: 1 });
    expect(orders.ledger.lastSeq()).toBe(2);
    expect(db.all('SELECT first_at, last_at FROM store')).toEqual([
      { first_at: MIDNIGHT, last_at: MIDNIGHT },
    ]);
  });

  test('takes orders and days that are larger than a row of the database may be', () => {
    const book = new Book();
    // All of it about one order, which is in one part.
    const all = Array.from({ length: 7 }, (_, number): NewEntry => {
      const { entry } = sale(number, 2000);
      const lines = entry.lines.map(({ product, ...rest }) => ({
        ...rest,
        product: `${number}-${'x'.repeat(150)}-${product}`,
      }));
      return { event: null, bot: '', entry: { ...entry, kind: 'adjustment', order: 'one', lines } };
    });
    book.append(all);
    book.restart();
    const [part] = book.orders.reader(zone).days(...ALL);
    expect(part?.lines.count).toBe(7 * 2001);
  });
});

test('an order that comes in leaves all but the last parts of its day as they are', () => {
  const book = new Book();
  const parts = () => book.orders.reader(zone).days(...ALL);
  for (let number = 0; number < 200; number += 1) {
    const before = parts();
    book.append([sale(number)]);
    const kept = parts().filter((part) => before.includes(part));
    expect(kept.length).toBeGreaterThanOrEqual(before.length - 2);
  }
  expect(parts().flatMap((part) => ordersOf(part))).toHaveLength(200);
  const rows = parts().map(({ postings, lines, contents, led }) =>
    [postings.count, lines.count, contents.codes.length, led.count].reduce((sum, count) => sum + count),
  );
  // They join each other: a day has no more parts than it needs, the small one that takes orders apart.
  expect(Math.min(...rows.slice(0, -2))).toBeGreaterThan(SIZES.partRows / 2);
});
