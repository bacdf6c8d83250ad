import { expect, test } from 'vitest';
import { batchesOf } from './batches.ts';
import { DAYS, dayAt, history, type Visit } from './history.ts';
import { COUNTRIES, EVENT_SHARES, PAGES, PRODUCTS, REFERRERS } from './shop.ts';
import { batchesOfYesterday } from './yesterday.ts';

const EVENTS = 60_000;
const visits = [...history(EVENTS)];
const events = visits.flatMap((visit) => visit.events);

test('the same seed is the same history, another seed another one', () => {
  expect([...history(500, 7)]).toEqual([...history(500, 7)]);
  expect([...history(500, 7)]).not.toEqual([...history(500, 8)]);
});

test('there are exactly as many events as were asked for, and a quarter as many visitors', () => {
  expect(events).toHaveLength(EVENTS);
  const visitors = new Set(visits.map(({ visitor }) => visitor.id)).size;
  expect(visitors / EVENTS).toBeGreaterThan(0.24);
  expect(visitors / EVENTS).toBeLessThan(0.26);
});

test.each(Object.entries(EVENT_SHARES))('%s is %d of all events', (name, share) => {
  const found = events.filter((event) => event.name === name).length / EVENTS;
  expect(Math.abs(found - share)).toBeLessThan(0.01);
});

test('every day has its share, and no visit leaves its day', () => {
  expect(new Set(visits.map(({ day }) => day))).toEqual(
    new Set(Array.from({ length: DAYS }, (_, index) => dayAt(index))),
  );
  const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });
  for (const { day, events: hits } of visits) {
    expect([hits[0], hits.at(-1)].map((hit) => berlin.format(hit?.at))).toEqual([day, day]);
  }
});

test('the visits of a visitor are more than half an hour apart, the events of a visit less', () => {
  const lastSeen = new Map<number, number>();
  for (const { visitor, events: hits } of visits) {
    for (const [index, { at }] of hits.entries()) {
      const pause = at - (lastSeen.get(visitor.id) ?? -Infinity);
      expect(index === 0 ? pause > 30 * 60_000 : pause < 30 * 60_000).toBe(true);
      lastSeen.set(visitor.id, at);
    }
  }
});

test.each([
  ['pages', PAGES.length, (visit: Visit) => visit.events.map(({ page }) => page)],
  ['products', PRODUCTS.length, (visit: Visit) => visit.events.flatMap(({ products }) => products)],
  ['referrers', REFERRERS.length, (visit: Visit) => [visit.referrer]],
  ['countries', COUNTRIES.length, (visit: Visit) => [visit.visitor.country]],
] as const)(
  '%s follow Zipf: %d of them, the first about twice as often as the second',
  (_, count, valuesOf) => {
    const counts = new Map<unknown, number>();
    for (const value of visits.flatMap((visit): readonly unknown[] => valuesOf(visit))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const [first = 0, second = 0] = [...counts.values()].toSorted((a, b) => b - a);
    expect(counts.size).toBe(count);
    expect(first / second).toBeGreaterThan(1.7);
    expect(first / second).toBeLessThan(2.3);
  },
);

test('batches hold every event once, at most so many each, under ids of their own', () => {
  const batches = visits.flatMap((visit) => batchesOf(visit, 3));
  expect(batches.flatMap((batch) => batch.events)).toHaveLength(EVENTS);
  expect(Math.max(...batches.map((batch) => batch.events.length))).toBe(3);
  expect(new Set(batches.map(({ batch }) => batch)).size).toBe(batches.length);
});

test('days of a store with a million events are told as yesterday, each with its own batches and orders', () => {
  const now = Date.UTC(2026, 10, 30, 3);
  const [first, second] = [batchesOfYesterday(0, now), batchesOfYesterday(1, now)];
  for (const day of [first, second]) {
    expect(day.flatMap((batch) => batch.events).length).toBeCloseTo(1_000_000 / DAYS, -2);
    for (const { received } of day) expect(now - received).toBeGreaterThan(0);
    expect(now - Math.min(...day.map(({ received }) => received))).toBeLessThan(3 * 86_400_000);
  }
  const both = [...first, ...second];
  expect(new Set(both.map(({ batch }) => batch)).size).toBe(both.length);
  const orders = both.flatMap(({ events: some }) => some.flatMap((event) => event.transaction_id ?? []));
  expect(new Set(orders).size).toBe(orders.length);
});
