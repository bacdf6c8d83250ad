import * as fc from 'fast-check';
import { arbitraryFilter } from './arbitrary-filter.ts';
import { METRIC_IDS } from '../src/metrics.ts';
import { DIMENSIONS, INTERVALS, PERIODS, type StatsQuery } from '../src/query.ts';
import { dayAfter } from './local-time.ts';

const metric = fc.constantFrom(...METRIC_IDS);

/** Any question about the days around `day`, `YYYY-MM-DD`. */
export function arbitraryQuestion(day: string): fc.Arbitrary<StatsQuery> {
  const days = fc
    .record({
      first: fc.integer({ min: -2, max: 2 }),
      more: fc.oneof(
        { weight: 8, arbitrary: fc.nat(4) },
        // Too long for hours.
        { weight: 1, arbitrary: fc.constantFrom(40, 124, 125) },
      ),
    })
    .map(({ first, more }) => ({ from: dayAfter(day, first), to: dayAfter(day, first + more) }));
  return fc.record(
    {
      metrics: fc.shuffledSubarray([...METRIC_IDS], { minLength: 1, maxLength: METRIC_IDS.length }),
      range: fc.oneof({ weight: 6, arbitrary: days }, { weight: 1, arbitrary: fc.constantFrom(...PERIODS) }),
      compare: fc.oneof(fc.constant('previous' as const), days),
      interval: fc.constantFrom(...INTERVALS),
      dimensions: fc.constantFrom(...DIMENSIONS).map((dimension) => [dimension]),
      filters: fc.array(arbitraryFilter, { maxLength: 3 }),
      orderBy: fc.record(
        { metric, direction: fc.constantFrom<('asc' | 'desc')[]>('asc', 'desc') },
        { noNullPrototype: true },
      ),
      limit: fc.constantFrom(1, 2, 3, 1000),
      offset: fc.nat(2),
      bots: fc.boolean(),
    },
    { noNullPrototype: true, requiredKeys: ['metrics', 'range'] },
  );
}
