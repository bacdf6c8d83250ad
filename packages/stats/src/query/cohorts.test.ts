import { beforeEach, describe, expect, test } from 'vitest';
import { type CohortsQuery, cohortsQuery } from '../cohorts.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { answerCohorts } from './cohorts.ts';

let store: MeasuredStore;
let entries = 0;

const say = (order: string, day: string, customer: string, more: Record<string, unknown> = {}) =>
  store.record({
    id: `entry-${(entries += 1)}`,
    kind: 'sale',
    order,
    at: Date.parse(`${day}T12:00:00Z`),
    currency: 'EUR',
    gross: 1000,
    source: 'server',
    customer,
    ...more,
  });
const ask = (query: Partial<CohortsQuery> = {}) => {
  const parsed = cohortsQuery.parse({ range: { from: '2026-09-01', to: '2026-11-30' }, ...query });
  const clock = { now: store.now, elapsed: () => 0 };
  return answerCohorts(store.engine.sources(store.settings), store.settings, parsed, clock);
};
/** Month, customers and `[customers, orders, net sales]` of each month since. */
const cohorts = (query: Partial<CohortsQuery> = {}) =>
  ask(query).cohorts.map(({ month, customers, months }) => [
    month,
    customers,
    months.map((of) => [of.customers, of.orders, of.netSales]),
  ]);

beforeEach(() => {
  store = new MeasuredStore({}, '2026-11-21T12:00:00Z');
});

describe('cohorts', () => {
  test('are customers by the month of their first order, and what they do from then on', () => {
    say('1', '2026-09-03', 'ann');
    say('2', '2026-09-10', 'ben');
    say('3', '2026-09-20', 'ann');
    say('4', '2026-11-02', 'ben');
    say('5', '2026-10-05', 'cy');
    expect(cohorts()).toEqual([
      [
        '2026-09-01',
        2,
        [
          [2, 3, 3000],
          [0, 0, 0],
          [1, 1, 1000],
        ],
      ],
      [
        '2026-10-01',
        1,
        [
          [1, 1, 1000],
          [0, 0, 0],
        ],
      ],
    ]);
  });

  test('count returns in the month of the return', () => {
    say('1', '2026-10-03', 'ann');
    say('1', '2026-11-04', 'ann', { kind: 'refund', gross: 0, returns: 400 });
    expect(cohorts()).toEqual([
      [
        '2026-10-01',
        1,
        [
          [1, 1, 1000],
          [0, 0, -400],
        ],
      ],
    ]);
  });

  test('leave out who ordered before, whose orders nobody knows, and amounts in another currency', () => {
    say('1', '2026-08-31', 'ann');
    say('2', '2026-11-03', 'ann');
    say('3', '2026-11-03', '');
    say('4', '2026-11-03', 'ben', { currency: 'USD' });
    expect(cohorts()).toEqual([['2026-11-01', 1, [[1, 1, 0]]]]);
  });

  test('choose customers by their first order; what they order later counts', () => {
    say('1', '2026-10-03', 'ann', { country: 'AT' });
    say('2', '2026-11-03', 'ann', { country: 'DE' });
    say('3', '2026-10-03', 'ben', { country: 'DE' });
    const filters = [{ dimension: 'country' as const, op: 'is' as const, values: ['AT'] }];
    expect(cohorts({ filters })).toEqual([
      [
        '2026-10-01',
        1,
        [
          [1, 1, 1000],
          [1, 1, 1000],
        ],
      ],
    ]);
  });
});
