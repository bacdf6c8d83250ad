import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { ReceivedBatch } from './event.ts';
import { fold } from './fold.ts';
import type { LedgerEntryInput } from './orders/ledger-entry.ts';
import { METRIC_IDS } from './metrics.ts';
import { DIMENSIONS, type StatsQuery } from './query.ts';
import { readStatus } from './status.ts';
import { batchOf, type BatchDescription, type EventDescription } from './testing/batch.ts';
import { MeasuredStore } from './testing/measured-store.ts';

function storeWithVisitOverMidnight(): MeasuredStore {
  const store = new MeasuredStore();
  store.append(
    batchOf({ at: '2026-11-19T22:50:00Z', events: [{ path: '/a' }] }),
    batchOf({ at: '2026-11-19T23:10:00Z', events: [{ path: '/b' }] }),
  );
  return store;
}

describe('a visit over midnight', () => {
  const byDay: StatsQuery = {
    metrics: ['sessions', 'visitors', 'page_views', 'visit_duration'],
    range: { from: '2026-11-19', to: '2026-11-20' },
    interval: 'day',
  };

  test('is one session of the day it started on, and its page views are of theirs', () => {
    expect(
      storeWithVisitOverMidnight()
        .ask(byDay)
        .series?.map(({ metrics }) => metrics),
    ).toEqual([
      { sessions: 1, visitors: 1, page_views: 1, visit_duration: 1200 },
      { sessions: 0, visitors: 0, page_views: 1, visit_duration: null },
    ]);
  });

  test('is somebody else’s once the sender pauses for more than half an hour', () => {
    const visit = storeWithVisitOverMidnight();
    visit.append(batchOf({ at: '2026-11-20T00:00:00Z', events: [{ path: '/c' }] }));
    expect(visit.ask(byDay).totals).toMatchObject({ sessions: 2, visitors: 2 });
  });

  test('is joined by an event of the first day that comes a day late', () => {
    const visit = new MeasuredStore();
    visit.append(batchOf({ at: '2026-11-19T23:20:00Z', events: [{ path: '/b' }] }));
    expect(visit.ask(byDay).totals).toMatchObject({ sessions: 1 });
    visit.append(
      batchOf({ at: '2026-11-20T20:00:00Z', events: [{ at: '2026-11-19T22:55:00Z', path: '/a' }] }),
    );
    expect(visit.ask(byDay).series?.map(({ metrics }) => metrics.sessions)).toEqual([1, 0]);
  });
});

test('a batch that cannot be counted is set aside, and what came before and after it counts', () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const store = new MeasuredStore();
  store.append(
    ...['01', '02', '03'].map((minute) => batchOf({ at: `2026-11-20T10:${minute}:00Z`, events: [{}] })),
  );
  store.db.run(`UPDATE inbox SET content = REPLACE(content, '"at":', '"at":"never","was":') WHERE last = 2`);
  store.restart();
  expect(store.ask({ metrics: ['page_views'], range: '7d' }).totals).toEqual({ page_views: 2 });
  expect(readStatus(store.engine, 0)).toMatchObject({ pendingBatches: 0, setAsideBatches: 1 });
  expect(complaints).toHaveBeenCalledOnce();

  store.append(batchOf({ at: '2026-11-20T10:04:00Z', events: [{}] }));
  expect(store.ask({ metrics: ['page_views'], range: '7d' }).totals).toEqual({ page_views: 3 });
  complaints.mockRestore();
});

test('an event may be called like a property that every object has', () => {
  const store = new MeasuredStore();
  store.append(batchOf({ at: '2026-11-20T10:00:00Z', events: [{ name: 'constructor' }, {}] }));
  expect(store.ask({ metrics: ['page_views', 'product_views'], range: '7d' }).totals).toEqual({
    page_views: 1,
    product_views: 0,
  });
});

test('a product has its latest name, in whatever order its names are told', () => {
  const [first, again] = [
    { at: '2026-11-20T10:00:00Z', item_name: 'Pot' },
    { at: '2026-11-20T10:05:00Z', item_name: 'New pot' },
  ].map(({ at, item_name }) =>
    batchOf({
      at,
      events: [{ name: 'purchase', transaction_id: '1', items: [{ item_id: 'pot', item_name }] }],
    }),
  );
  for (const batches of [
    [first, again],
    [again, first],
  ]) {
    const store = new MeasuredStore();
    for (const batch of batches) {
      if (batch) store.append(batch);
      store.fold();
    }
    const { rows } = store.ask({ metrics: ['orders'], range: '7d', dimensions: ['product'] });
    expect(rows.map(({ label }) => label)).toEqual(['New pot']);
  }
});

test('an event that comes late joins two visits, and their order, into one', () => {
  const store = new MeasuredStore();
  store.append(
    batchOf({ at: '2026-11-20T10:00:00Z', events: [{ referrer: 'https://www.google.com/' }] }),
    batchOf({ at: '2026-11-20T10:50:00Z', events: [{ name: 'purchase', transaction_id: '1', value: 10 }] }),
  );
  const query: StatsQuery = {
    metrics: ['sessions', 'orders', 'conversion_rate', 'visit_duration'],
    range: 'yesterday',
    dimensions: ['channel'],
  };
  expect(store.ask(query).rows.map(({ dimensions, metrics }) => [...dimensions, metrics.orders])).toEqual([
    ['Direct', 1],
    ['Organic Search', 0],
  ]);
  store.append(batchOf({ at: '2026-11-20T11:00:00Z', events: [{ at: '2026-11-20T10:25:00Z' }] }));
  expect(store.ask(query).rows).toMatchObject([
    {
      dimensions: ['Organic Search'],
      metrics: { sessions: 1, orders: 1, conversion_rate: 1, visit_duration: 3000 },
    },
  ]);
});

test.each<[string, EventDescription[], number]>([
  ['a page', [{}], 1],
  ['a product that is shown by itself', [{}, { name: 'view_item' }], 1],
  ['a product put into the cart', [{}, { name: 'view_item' }, { name: 'add_to_cart' }], 0],
  ['a search', [{}, { name: 'search' }], 0],
  ['two pages', [{}, { path: '/pots' }], 0],
  ['no page', [{ name: 'view_cart' }], 0],
])('the bounce rate of a visit to %s', (_, events, rate) => {
  const store = new MeasuredStore();
  store.append(batchOf({ at: '2026-11-20T10:00:00Z', events }));
  expect(store.ask({ metrics: ['bounce_rate'], range: 'yesterday' }).totals).toEqual({ bounce_rate: rate });
});

// Around midnight before daylight saving time ends in Berlin, close enough for visits to touch.
const START = Date.parse('2026-10-24T21:00:00Z');
const MINUTES = 5 * 60;
const iso = (minute: number) => new Date(START + minute * 60_000).toISOString();

const arbitraryEvent = fc.record({
  age: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 90 })),
  path: fc.constantFrom('/', '/pots', '/lids'),
  referrer: fc.constantFrom(undefined, 'https://www.google.com/', 'https://news.example/'),
  what: fc.constantFrom<EventDescription>(
    {},
    {},
    { name: 'view_item', items: [{ item_id: 'pot', item_name: 'Pot' }] },
    { name: 'add_to_cart', items: [{ item_id: 'lid' }, { item_id: 'pot', item_name: 'Large pot' }] },
    { name: 'begin_checkout' },
    { name: 'purchase', transaction_id: '1', items: [{ item_id: 'pot', price: '19.90', quantity: 2 }] },
    { name: 'purchase', transaction_id: '2', value: 30, currency: 'USD' },
    { name: 'purchase', transaction_id: '3', items: [{ item_id: 'lid', price: 4.5, discount: 0.5 }] },
    { name: 'refund', transaction_id: '1' },
    { name: 'refund', transaction_id: '3', items: [{ item_id: 'lid' }] },
  ),
});
const arbitraryBatch = fc
  .record({
    minute: fc.integer({ min: 0, max: MINUTES }),
    from: fc.constantFrom('192.0.2.1', '192.0.2.2', '192.0.2.3'),
    events: fc.array(arbitraryEvent, { minLength: 1, maxLength: 3 }),
  })
  .map(({ minute, from, events }): BatchDescription => ({
    at: iso(minute),
    from,
    events: events.map(({ age, path, referrer, what }) => ({
      ...what,
      at: iso(minute - age),
      path,
      ...(referrer === undefined ? {} : { referrer }),
    })),
  }));
const shopSays: LedgerEntryInput[] = [
  { id: 's1', kind: 'sale', order: '1', at: START, currency: 'EUR', gross: 5000, source: 'server' },
  { id: 's2', kind: 'refund', order: '3', at: START, currency: 'EUR', returns: 100, source: 'server' },
];

const range = { from: '2026-10-23', to: '2026-10-27' };
const questions: StatsQuery[] = [
  { metrics: METRIC_IDS.slice(0, 20), range, interval: 'hour', bots: true },
  ...DIMENSIONS.map((dimension): StatsQuery => ({
    metrics: METRIC_IDS.slice(0, 20),
    range,
    dimensions: [dimension],
  })),
];
const answersOf = (store: MeasuredStore) => questions.map((question) => store.ask(question));

/** A store that gets these batches in another order, counts them in two goes and hears the shop's word at some point. */
function tell(batches: readonly ReceivedBatch[], order: readonly number[], at: number): MeasuredStore {
  const copy = new MeasuredStore();
  copy.record(...shopSays.slice(0, at % 3));
  order.forEach((index, position) => {
    if (position === at) copy.fold();
    copy.append(...batches.slice(index, index + 1));
  });
  copy.fold();
  copy.record(...shopSays);
  return copy;
}

const arbitraryHistory = fc.array(arbitraryBatch, { minLength: 1, maxLength: 25 }).chain((batches) =>
  fc.record({
    batches: fc.constant(batches),
    order: fc.shuffledSubarray(
      batches.map((_, index) => index),
      { minLength: batches.length },
    ),
    at: fc.nat(batches.length),
  }),
);

describe('whatever was received', () => {
  test('gives the same answers in whatever order and portions it is counted', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryHistory, ({ batches, order, at }) => {
        const received = batches.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(batchOf);
        const inTime = new MeasuredStore();
        inTime.append(...received);
        inTime.fold();
        inTime.record(...shopSays);
        expect(answersOf(tell(received, order, at))).toEqual(answersOf(inTime));
      }),
      { numRuns: 60 },
    );
  });
});

test('counts as many batches at once as it is told, and says whether any are left', () => {
  const store = new MeasuredStore();
  store.append(
    ...Array.from({ length: 5 }, (_, visit) => batchOf({ at: '2026-11-20T12:00:00Z', from: `${visit}` })),
  );
  const left = [];
  for (let time = 0; time < 3; time += 1) {
    left.push([fold(store.engine, store.now, 1, 2), store.engine.log.waiting]);
  }
  expect(left).toEqual([
    [true, 3],
    [true, 1],
    [false, 0],
  ]);
  expect(readStatus(store.engine, 0).events).toBe(5);
});
