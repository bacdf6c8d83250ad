import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Filter, MAX_COMPARISONS, MAX_DEPTH, MAX_SEARCHED_VALUES, MAX_VALUES } from '../filter.ts';
import { ledgerEntry } from '../orders/ledger-entry.ts';
import { METRIC_IDS } from '../metrics.ts';
import type { Dimension, StatsQuery } from '../query.ts';
import { batches, ENTRIES, NOW, RANGE } from '../testing/small-history.ts';

/**
 * The platform refuses a statement with more than 100 parameters, 100 KB of text or 100 levels of expressions: the
 * largest questions that are let in have to stay below that, whatever they are about.
 */
const store = { slug: 'extremes', timeZone: 'Europe/Berlin', currency: 'EUR' };
const stats = env.STORE_STATS.getByName(store.slug);
beforeAll(async () => {
  await stats.append(store, batches());
  await stats.record(
    store,
    ENTRIES.map((entry) => ledgerEntry.parse(entry)),
  );
});

const LONGEST = 'é'.repeat(500);
const each = MAX_VALUES / MAX_COMPARISONS;
const list = (count: number, name = '') =>
  Array.from({ length: count }, (_, index) => `${name}${index}${LONGEST}`.slice(0, 500));

/** As many comparisons as may be; no two have the same values. */
const comparisons = (dimension: Dimension, op: 'contains' | 'is_not'): Filter[] =>
  Array.from({ length: MAX_COMPARISONS }, (_, index) => ({
    dimension,
    op,
    values: list(each, `${index}-`),
  }));

/** `not (a or (b and not (c or …)))`, as deep as may be. */
function nested(parts: readonly Filter[], depth = MAX_DEPTH): Filter {
  const [first, ...rest] = parts;
  if (!first) throw new Error('A filter has parts');
  if (depth < 4) return { not: { not: { and: [...parts] } } };
  return { not: { or: [first, { and: [nested(rest, depth - 3)] }] } };
}

const ask = async (dimension: Dimension, filters: Filter[]) => {
  const query: StatsQuery = {
    metrics: [...METRIC_IDS],
    range: RANGE,
    compare: 'previous',
    interval: 'hour',
    dimensions: [dimension],
    limit: 1,
    filters,
  };
  const [answer] = await stats.query(store, [query], Date.parse(NOW));
  return answer?.totals;
};

/** One of each kind that there is SQL for. */
const KINDS: Dimension[] = ['source', 'country', 'page', 'event', 'product', 'hour', 'weekday', 'customer'];

describe.each(KINDS)('the largest questions by %s', (dimension) => {
  test('are answered', async () => {
    const none = { sessions: 0, orders: 0 };
    const all = { sessions: 4, orders: 3 };
    expect(await ask(dimension, [{ or: comparisons(dimension, 'contains') }])).toMatchObject(none);
    expect(await ask(dimension, comparisons(dimension, 'is_not'))).toMatchObject(all);
    expect(await ask(dimension, [nested(comparisons(dimension, 'contains'))])).toMatchObject(all);
  });
});

test('the longest lists are answered', async () => {
  const filters: Filter[] = [
    { dimension: 'product', op: 'in', values: [...list(MAX_VALUES - MAX_SEARCHED_VALUES - 1), 'pot'] },
    { not: { dimension: 'page', op: 'contains', values: list(MAX_SEARCHED_VALUES) } },
  ];
  expect(await ask('source', filters)).toMatchObject({ sessions: 2, orders: 1 });
});
