import * as fc from 'fast-check';
import { arbitraryFilter } from './arbitrary-filter.ts';
import type { CohortsQuery } from '../src/cohorts.ts';
import { FEWEST_STEPS, type FunnelQuery, MOST_STEPS, STEP_DIMENSIONS } from '../src/funnel.ts';
import { METRIC_IDS } from '../src/metrics.ts';
import {
  BASELINES,
  type DayRange,
  DIMENSIONS,
  INTERVALS,
  type Period,
  PERIODS,
  type StatsQuery,
} from '../src/query.ts';
import type { RealtimeQuery } from '../src/realtime.ts';
import { dayAfter } from './local-time.ts';

const metric = fc.constantFrom(...METRIC_IDS);

/** Any days around `day`, `YYYY-MM-DD`. */
function daysAround(day: string): fc.Arbitrary<DayRange> {
  return fc
    .record({
      first: fc.integer({ min: -2, max: 2 }),
      more: fc.oneof(
        { weight: 8, arbitrary: fc.nat(4) },
        // Too long for hours.
        { weight: 1, arbitrary: fc.constantFrom(40, 124, 125) },
      ),
    })
    .map(({ first, more }) => ({ from: dayAfter(day, first), to: dayAfter(day, first + more) }));
}

function range(day: string): fc.Arbitrary<Period | DayRange> {
  return fc.oneof(
    { weight: 6, arbitrary: daysAround(day) },
    { weight: 1, arbitrary: fc.constantFrom(...PERIODS) },
  );
}

const step: fc.Arbitrary<FunnelQuery['steps'][number]> = fc.oneof(
  ...Object.entries({
    page: ['/', '/pots', '/lids', '/thanks', ''],
    event: ['page_view', 'page_view', 'view_item', 'add_to_cart', 'purchase', ''],
    product: ['pot', 'lid', 'jar', '', 'Old'],
  }).map(([dimension, values]) =>
    fc.record(
      {
        dimension: fc.constantFrom(...STEP_DIMENSIONS.filter((one) => one === dimension)),
        op: fc.constantFrom<('is' | 'in' | 'contains' | 'prefix')[]>('is', 'in', 'contains', 'prefix'),
        values: fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }),
      },
      { noNullPrototype: true, requiredKeys: ['dimension', 'values'] },
    ),
  ),
);

export function arbitraryFunnel(day: string): fc.Arbitrary<FunnelQuery> {
  return fc.record(
    {
      // Mostly few, since few visits go far.
      steps: fc.oneof(
        { weight: 4, arbitrary: fc.array(step, { minLength: FEWEST_STEPS, maxLength: 3 }) },
        { weight: 1, arbitrary: fc.array(step, { minLength: FEWEST_STEPS, maxLength: MOST_STEPS }) },
      ),
      range: range(day),
      compare: fc.oneof(fc.constantFrom(...BASELINES), daysAround(day)),
      filters: fc.array(arbitraryFilter, { maxLength: 1 }),
      bots: fc.boolean(),
    },
    { noNullPrototype: true, requiredKeys: ['steps', 'range'] },
  );
}

export function arbitraryCohorts(day: string): fc.Arbitrary<CohortsQuery> {
  return fc.record(
    {
      range: fc.oneof(range(day), fc.constant({ from: dayAfter(day, -80), to: dayAfter(day, 1) })),
      filters: fc.array(arbitraryFilter, { maxLength: 1 }),
      bots: fc.boolean(),
    },
    { noNullPrototype: true, requiredKeys: ['range'] },
  );
}

export const arbitraryRealtime: fc.Arbitrary<RealtimeQuery> = fc.record(
  { bots: fc.boolean(), limit: fc.integer({ min: 1, max: 3 }) },
  { noNullPrototype: true, requiredKeys: [] },
);

/** Any question about the days around `day`, `YYYY-MM-DD`. */
export function arbitraryQuestion(day: string): fc.Arbitrary<StatsQuery> {
  const days = daysAround(day);
  return fc.record(
    {
      metrics: fc.shuffledSubarray([...METRIC_IDS], { minLength: 1, maxLength: METRIC_IDS.length }),
      range: range(day),
      compare: fc.oneof(fc.constantFrom(...BASELINES), days),
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
