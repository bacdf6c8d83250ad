import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../src/calendar.ts';
import type { MetricId } from '../src/metrics.ts';
import type { StatsQuery } from '../src/query.ts';
import { MeasuredStore } from '../src/testing/measured-store.ts';
import { arbitraryHistory, arbitraryQuestion } from './arbitrary-history.ts';
import { Oracle, type Selection } from './evaluate.ts';
import { dayOf, type History } from './history.ts';

/** What pages and products have of the metrics; everything else has all of them. */
const KNOWN: Readonly<Record<string, readonly MetricId[]>> = {
  page: ['page_views', 'sessions', 'visitors'],
  event: ['events', 'sessions', 'visitors'],
  customer: [
    'orders',
    'units',
    'gross_sales',
    'discounts',
    'returns',
    'adjustments',
    'net_sales',
    'taxes',
    'shipping',
    'total_sales',
    'average_order_value',
  ],
  product: [
    'product_views',
    'add_to_carts',
    'orders',
    'units',
    'gross_sales',
    'discounts',
    'returns',
    'adjustments',
    'net_sales',
  ],
};

/** The engine, told the history with `shuffle` in some order and interrupted by counting. */
function engine(history: History, order: readonly number[], foldAt: number): MeasuredStore {
  const store = new MeasuredStore(history.store);
  order.forEach((index, position) => {
    if (position === foldAt) store.fold();
    const batch = history.batches[index];
    // Sent twice now and then: a sender that has seen no answer sends again.
    if (batch) store.append(batch, ...(index % 3 === 0 ? [batch] : []));
    const entry = history.entries[index];
    if (entry) store.record(entry);
  });
  return store;
}

const cases = arbitraryHistory.chain((history) => {
  const indexes = Array.from(
    { length: Math.max(history.batches.length, history.entries.length) },
    (_, index) => index,
  );
  return fc.record({
    history: fc.constant(history),
    order: fc.shuffledSubarray(indexes, { minLength: indexes.length }),
    foldAt: fc.nat(indexes.length),
    question: arbitraryQuestion,
    skippedDays: fc.integer({ min: 0, max: 2 }),
  });
});

describe('the engine', () => {
  test('answers what the definitions say', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(cases, ({ history, order, foldAt, question, skippedDays }) => {
        const firstDay = history.batches[0]?.events[0]?.at ?? Date.parse('2026-11-20T12:00:00Z');
        const from = addDays(dayOf(history.store.timeZone, firstDay), skippedDays - 1);
        const query: StatsQuery = { ...question, range: { from, to: addDays(from, 2) } };
        const answer = engine(history, order, foldAt).ask(query);
        const oracle = new Oracle(history);
        const all: Selection = {
          range: answer.query.range,
          filters: query.filters ?? [],
          bots: query.bots ?? false,
        };
        const dimension = question.dimensions?.[0] ?? 'source';
        const expected = (selection: Selection, isRow = false) => {
          const metrics = oracle.metrics(selection);
          return Object.fromEntries(
            query.metrics.map((metric) => [
              metric,
              isRow && !(KNOWN[dimension]?.includes(metric) ?? true) ? null : metrics[metric],
            ]),
          );
        };

        expect(answer.totals).toEqual(expected(all));
        const points = answer.series ?? [];
        points.forEach(({ at, metrics }, index) => {
          const window = { from: at, until: points[index + 1]?.at ?? Number.POSITIVE_INFINITY };
          expect(metrics).toEqual(expected({ ...all, window }));
        });
        for (const { dimensions, metrics } of answer.rows) {
          expect(metrics).toEqual(expected({ ...all, only: { dimension, values: dimensions } }, true));
        }
        const shown = new Set(answer.rows.flatMap(({ dimensions }) => dimensions));
        const values = oracle.values(dimension).filter((value) => !shown.has(value));
        const rest = expected({ ...all, only: { dimension, values } }, true);
        if (answer.others) expect(answer.others.metrics).toEqual(rest);
        else expect(Object.values(rest).every((value) => value === 0 || value === null)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
