import { botReason } from '@layerkick/stats/classify/bot';
import { expect, test } from 'vitest';
import { demoHistory } from './history.ts';
import type { DemoEvent } from './history/walk.ts';
import type { ReplayBatch } from './replay.schema.ts';

const DAY_MS = 86_400_000;
const until = Date.parse('2026-11-21T15:30:00Z');
const from = until - 90 * DAY_MS;

function history(range: Partial<Parameters<typeof demoHistory>[0]> = {}): ReplayBatch[] {
  return [...demoHistory({ store: 'fmdf', from, until, ...range })];
}
const eventsOf = (batch: ReplayBatch) => (batch.body as { events: DemoEvent[] }).events;
const idOf = (batch: ReplayBatch) => (batch.body as { batch: string }).batch;
const quarter = history();
/** What the shop's server told. */
const orders = quarter.flatMap((batch) => batch.orders ?? []);

test('the same on every call', () => {
  const month = { from: until - 30 * DAY_MS };
  expect(history(month)).toEqual(history(month));
});

test('told in two parts it is the same history, whenever the first part ended', () => {
  const since = until - 30 * DAY_MS;
  const whole = history({ from: since });
  for (const cut of [until - 20 * DAY_MS, until - 3 * DAY_MS - 4_711_000]) {
    expect([...history({ from: since, until: cut }), ...history({ from: cut, since })]).toEqual(whole);
  }
});

test('no batch id comes twice', () => {
  expect(new Set(quarter.map(idOf)).size).toBe(quarter.length);
});

test('in the order of time, and nothing in the future', () => {
  const times = quarter.map(({ received }) => received);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times.at(0)).toBeGreaterThanOrEqual(from);
  expect(times.at(-1)).toBeLessThan(until);
  expect(quarter.every((batch) => eventsOf(batch).every(({ at }) => at <= batch.received))).toBe(true);
  expect(quarter.every(({ orders: told = [], received }) => told.every(({ at }) => at <= received))).toBe(
    true,
  );
});

test('every order has a number of its own, every refund an order before it', () => {
  const ordered = new Set(orders.map(({ order }) => order));
  expect(ordered.size).toBe(orders.length);
  const refunds = quarter.flatMap(eventsOf).filter(({ name }) => name === 'refund');
  expect(refunds.length).toBeGreaterThan(20);
  for (const { at, transaction_id: order } of refunds)
    if (at - from > 12 * DAY_MS) expect(ordered).toContain(order);
});

test('the shop’s server tells every order, the browser nearly every one, and both say the same of it', () => {
  const seen = new Map(
    quarter
      .flatMap(eventsOf)
      .filter(({ name }) => name === 'purchase')
      .map((event) => [event.transaction_id, event]),
  );
  const told = orders.filter(({ order }) => seen.has(order));
  expect(told.length).toBe(seen.size);
  expect(told.length / orders.length).toBeGreaterThan(0.93);
  expect(told.length).toBeLessThan(orders.length);
  for (const { order, gross, discount, tax } of told) {
    const { value, tax: taxes } = seen.get(order) ?? {};
    expect([gross - discount, tax]).toEqual([
      Math.round(Number(value) * 100),
      Math.round(Number(taxes) * 100),
    ]);
  }
});

test('customers come back, some more than once, and most of them after weeks', () => {
  const byCustomer = Map.groupBy(orders, ({ customer }) => customer);
  const again = [...byCustomer.values()].filter((placed) => placed.length > 1);
  expect(again.length / byCustomer.size).toBeGreaterThan(0.1);
  expect(again.length / byCustomer.size).toBeLessThan(0.4);
  expect(again.some((placed) => placed.length > 2)).toBe(true);
  const weeks = again.map(([first, second]) => (Number(second?.at) - Number(first?.at)) / (7 * DAY_MS));
  expect(weeks.filter((count) => count > 2).length / weeks.length).toBeGreaterThan(0.5);
});

test('believable: visits, conversion, order value, bots', () => {
  const people = quarter.filter(({ userAgent }) => botReason(userAgent) === null);
  const sales = orders.reduce((sum, { gross, discount }) => sum + gross - discount, 0) / 100;
  expect(people.length / 90).toBeGreaterThan(270);
  expect(people.length / 90).toBeLessThan(330);
  expect(orders.length / people.length).toBeCloseTo(0.024, 2);
  expect(sales / orders.length).toBeGreaterThan(60);
  expect(sales / orders.length).toBeLessThan(85);
  expect(1 - people.length / quarter.length).toBeCloseTo(0.06, 1);
});

test('the value of an order is what its items come to', () => {
  for (const event of quarter.flatMap(eventsOf).filter(({ name }) => name === 'purchase')) {
    const goods = (event.items ?? []).reduce(
      (sum, { price, quantity }) => sum + Number(price) * (quantity ?? 1),
      0,
    );
    expect(goods).toBeCloseTo(Number(event.value), 6);
  }
});

test('a store without a history yields nothing', () => {
  expect(history({ store: 'harbor' })).toEqual([]);
  expect(history({ store: 'no-such-store' })).toEqual([]);
});
