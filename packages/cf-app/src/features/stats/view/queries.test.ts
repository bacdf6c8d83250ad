import { statsQuery } from '@layerkick/stats/query';
import { expect, test } from 'vitest';
import { panelQuestions } from '../panels/questions.ts';
import { overviewQuestion, reportKey } from './queries.ts';
import { type StatsSearch, USUAL_CARDS } from './search.schema.ts';

const questionsOf = (search: StatsSearch) => [
  overviewQuestion(search, USUAL_CARDS),
  ...Object.values(panelQuestions(search)),
];

test.each<StatsSearch>([
  {},
  { period: 'today', compare: 'none', metric: 'sessions' },
  { period: 'quarter', compare: 'year', country: ['DE', 'AT'], page_has: '/sale', bots: true },
  { compare_from: '2025-11-01', compare_to: '2025-11-30', channel_not: 'Direct' },
  {
    from: '2026-01-01',
    to: '2026-03-31',
    channel: '',
    product: 'SKU-1',
    show: 'products',
    hours: 'sessions',
  },
])('asks only what the engine understands: %j', (search) => {
  for (const query of questionsOf(search)) expect(() => statsQuery.parse(query)).not.toThrow();
});

test('every filter applies to every question', () => {
  const filter = { dimension: 'country', op: 'is', values: ['DE'] };
  for (const query of questionsOf({ country: 'DE' })) expect(query.filters).toContainEqual(filter);
});

test('the chart and its points are asked for, whichever figures are on the cards', () => {
  const { metrics } = overviewQuestion({ metric: 'events' }, ['returns', 'orders']);
  expect(metrics).toEqual(['returns', 'orders', 'events', 'sessions', 'conversion_rate']);
});

test('choosing another card of the same kind asks nothing new, and neither does what lies over the page', () => {
  expect(key({ metric: 'orders' })).toBe(key({}));
  expect(key({ show: 'products', find: 'mug', explain: 'orders' })).toBe(key({}));
  expect(key({ metric: 'sessions' })).not.toBe(key({}));
  expect(key({ metric: 'events' })).not.toBe(key({}));
  expect(key({ country: 'DE' })).not.toBe(key({}));
});

function key(search: StatsSearch): string {
  return reportKey(search, USUAL_CARDS);
}
