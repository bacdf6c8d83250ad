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
});

test('every order has a number of its own, every refund an order before it', () => {
  const ordered = new Set<string | undefined>();
  let refunds = 0;
  for (const event of quarter.flatMap(eventsOf)) {
    if (event.name === 'purchase') {
      expect(ordered).not.toContain(event.transaction_id);
      ordered.add(event.transaction_id);
    }
    if (event.name === 'refund') {
      refunds += 1;
      if (event.at - from > 12 * DAY_MS) expect(ordered).toContain(event.transaction_id);
    }
  }
  expect(refunds).toBeGreaterThan(20);
});

test('believable: visits, conversion, order value, bots', () => {
  const people = quarter.filter(({ userAgent }) => botReason(userAgent) === null);
  const orders = quarter.flatMap(eventsOf).filter(({ name }) => name === 'purchase');
  const sales = orders.reduce((sum, { value }) => sum + Number(value), 0);
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
