import * as fc from 'fast-check';
import { ledgerEntry } from '../src/ledger-entry.ts';
import { METRIC_IDS } from '../src/metrics.ts';
import { DIMENSIONS, INTERVALS, type StatsQuery } from '../src/query.ts';
import { batchOf, type BatchDescription, type EventDescription } from '../src/testing/batch.ts';
import { arbitraryFilter } from './arbitrary-filter.ts';
import type { History } from './history.ts';

const MINUTE = 60_000;

/** Two hours before midnight, of nights on which the clocks go back or forward or the year turns. */
const NIGHTS = [
  { timeZone: 'Europe/Berlin', start: '2026-10-24T20:00:00Z' },
  { timeZone: 'Europe/Berlin', start: '2026-03-28T21:00:00Z' },
  { timeZone: 'America/St_Johns', start: '2026-01-01T01:30:00Z' },
  { timeZone: 'Australia/Lord_Howe', start: '2026-04-04T11:00:00Z' },
  { timeZone: 'Asia/Kathmandu', start: '2026-11-20T16:15:00Z' },
];
const HOURS = 9;
/** Much happens around midnight. */
const aroundMidnight = fc.oneof(fc.integer({ min: 0, max: HOURS * 60 }), fc.integer({ min: 85, max: 155 }));

const products = fc.constantFrom('pot', 'lid', 'jar');
const orders = fc.constantFrom('1001', '1002', '1003');
const cents = fc.integer({ min: 0, max: 5000 });
const items = fc.array(
  fc.record({
    item_id: products,
    price: cents.map((amount) => (amount / 100).toFixed(2)),
    discount: fc.constantFrom('0', '0.50', '1'),
    quantity: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 3 },
);
const currency = fc.constantFrom(undefined, undefined, 'USD');

const happening: fc.Arbitrary<EventDescription> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: items.map((some) => ({ name: 'view_item', items: some })) },
  { weight: 1, arbitrary: fc.constant({ name: 'view_item' }) },
  { weight: 1, arbitrary: items.map((some) => ({ name: 'add_to_cart', items: some })) },
  { weight: 1, arbitrary: fc.constant({ name: 'begin_checkout' }) },
  {
    weight: 2,
    arbitrary: fc
      .record({
        transaction_id: orders,
        items,
        currency,
        tax: fc.constantFrom(0, 1.5),
        shipping: fc.constant('4.90'),
      })
      .map((purchase) => defined({ name: 'purchase', ...purchase })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ value: cents.map((amount) => amount / 100), currency })
      .map((purchase) => defined({ name: 'purchase', ...purchase })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ transaction_id: orders, items }).map((refund) => ({ name: 'refund', ...refund })),
  },
  { weight: 1, arbitrary: orders.map((order) => ({ name: 'refund', transaction_id: order })) },
);

const visit = fc.record({
  age: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 90 })),
  path: fc.constantFrom('/', '/pots', '/lids', '/?utm_source=news&utm_medium=email&utm_campaign=may'),
  referrer: fc.constantFrom(undefined, 'https://www.google.com/', 'https://blog.example/'),
  what: happening,
});

const batch = fc.record({
  minute: aroundMidnight,
  sender: fc.constantFrom(
    { from: 'ann', country: 'DE' },
    { from: 'ben', country: 'FR', device: 'mobile' },
    { from: 'robot', bot: 'headless' },
  ),
  events: fc.array(visit, { minLength: 1, maxLength: 4 }),
});

const said = fc.record({
  kind: fc.constantFrom('sale', 'sale', 'refund', 'cancellation', 'adjustment'),
  order: orders,
  minute: fc.integer({ min: 0, max: HOURS * 60 }),
  currency: fc.constantFrom('EUR', 'EUR', 'USD'),
  amount: cents,
  country: fc.constantFrom(undefined, 'AT'),
  customer: fc.constantFrom(undefined, '', 'ann', 'ben'),
  lines: fc.array(fc.record({ product: products, quantity: fc.integer({ min: 1, max: 3 }), gross: cents }), {
    maxLength: 3,
  }),
  whole: fc.boolean(),
});

/** Late, reordered and repeated batches of three senders over one night, and what the shop says about three orders. */
export const arbitraryHistory: fc.Arbitrary<History> = fc
  .record({
    night: fc.constantFrom(...NIGHTS),
    batches: fc.array(batch, { maxLength: 14 }),
    said: fc.array(said, { maxLength: 4 }),
  })
  .map(({ night, batches, said: entries }) => {
    const start = Date.parse(night.start);
    const iso = (minute: number) => new Date(start + minute * MINUTE).toISOString();
    return {
      store: { slug: 'fmdf', timeZone: night.timeZone, currency: 'EUR' },
      batches: batches.map(({ minute, sender, events }) =>
        batchOf({
          at: iso(minute),
          ...sender,
          events: events.map(({ age, path, referrer, what }) =>
            defined({ ...what, at: iso(minute - age), path, referrer }),
          ),
        } satisfies BatchDescription),
      ),
      entries: entries.map(
        ({ kind, order, minute, amount, country, customer, lines, whole, currency: code }, index) => {
          const sign = kind === 'sale' ? 1 : -1;
          const isRefund = kind === 'refund' || kind === 'cancellation';
          return ledgerEntry.parse({
            id: `entry-${index}`,
            kind,
            order,
            at: start + minute * MINUTE,
            currency: code,
            gross: kind === 'sale' ? amount : 0,
            returns: isRefund && !whole ? amount : 0,
            adjustment: kind === 'adjustment' ? -amount : 0,
            country,
            customer,
            source: 'server',
            gives: isRefund && whole ? 'order' : 'amounts',
            lines:
              isRefund && whole
                ? []
                : lines.map((line) => ({
                    product: line.product,
                    name: '',
                    quantity: sign * line.quantity,
                    gross: sign * line.gross,
                  })),
          });
        },
      ),
    };
  });

/** Questions about any part of such a night. */
export const arbitraryQuestion: fc.Arbitrary<Omit<StatsQuery, 'range' | 'compare' | 'orderBy' | 'offset'>> =
  fc.record({
    metrics: fc.subarray([...METRIC_IDS], { minLength: 1, maxLength: METRIC_IDS.length }),
    interval: fc.constantFrom(...INTERVALS),
    dimensions: fc.constantFrom(...DIMENSIONS).map((dimension) => [dimension]),
    filters: fc.array(arbitraryFilter, { maxLength: 2 }),
    limit: fc.integer({ min: 1, max: 5 }),
    bots: fc.boolean(),
  });

/** Without the properties that are undefined, which is not the same as not there. */
function defined<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return JSON.parse(JSON.stringify(value));
}
