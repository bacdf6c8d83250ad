import { beforeEach, describe, expect, test } from 'vitest';
import { type FunnelQuery, funnelQuery } from '../funnel.ts';
import { batchOf, type EventDescription } from '../testing/batch.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { answerFunnel } from './funnel.ts';

const RANGE = { from: '2026-11-20', to: '2026-11-20' };
let store: MeasuredStore;

/** A visit of events a minute after each other. */
const visit = (from: string, events: readonly EventDescription[], time = '2026-11-20T12:00:00Z') => {
  const start = Date.parse(time);
  const at = (index: number) => new Date(start + index * 60_000).toISOString();
  store.append(
    batchOf({
      from,
      at: at(events.length),
      events: events.map((event, index) => ({ at: at(index), ...event })),
    }),
  );
};
const ask = (query: Partial<FunnelQuery> & Pick<FunnelQuery, 'steps'>) => {
  store.fold();
  const sources = store.engine.sources(store.settings);
  const parsed = funnelQuery.parse({ range: RANGE, ...query });
  return answerFunnel(sources, store.settings, parsed, { now: store.now, elapsed: () => 0 });
};
const counts = (query: Parameters<typeof ask>[0]) => {
  const { sessions, steps } = ask(query);
  return [sessions, ...steps.map((step) => step.sessions)];
};

const STEPS: FunnelQuery['steps'] = [
  { dimension: 'page', values: ['/pots'] },
  { dimension: 'product', values: ['pot'] },
  { dimension: 'event', values: ['purchase'] },
];
const pots = { path: '/pots' };
const look = { path: '/pots', name: 'view_item', items: [{ item_id: 'pot', item_name: 'Big pot' }] };
const buy = { path: '/thanks', name: 'purchase', value: 5 };

const landed = (value: string) => [
  { dimension: 'landing_page' as const, op: 'is' as const, values: [value] },
];

beforeEach(() => {
  store = new MeasuredStore();
});

describe('a funnel', () => {
  test('counts the sessions that came up to each step, whatever they did in between', () => {
    visit('ann', [{}, pots, {}, look, buy]);
    visit('ben', [pots, look]);
    visit('cy', [pots]);
    visit('dan', [{}]);
    expect(counts({ steps: STEPS })).toEqual([4, 3, 2, 1]);
  });

  test('goes in the order of its steps', () => {
    visit('ann', [buy, look, pots]);
    expect(counts({ steps: STEPS })).toEqual([1, 1, 0, 0]);
  });

  test('takes one event for one step', () => {
    visit('ann', [pots]);
    visit('ben', [pots, {}, pots]);
    const again = STEPS.slice(0, 1);
    expect(counts({ steps: [...again, ...again] })).toEqual([2, 2, 1]);
  });

  test('finds products by their names, too', () => {
    visit('ann', [look, buy]);
    const steps: FunnelQuery['steps'] = [
      { dimension: 'product', op: 'contains', values: ['Big'] },
      { dimension: 'event', op: 'prefix', values: ['purch'] },
    ];
    expect(counts({ steps })).toEqual([1, 1, 1]);
  });

  test('goes on over midnight, and counts on the day that the visit began', () => {
    visit('ann', [pots, look, buy], '2026-11-20T22:58:00Z');
    expect(counts({ steps: STEPS })).toEqual([1, 1, 1, 1]);
    expect(counts({ steps: STEPS, range: { from: '2026-11-21', to: '2026-11-21' } })).toEqual([0, 0, 0, 0]);
  });

  test('is of chosen sessions, and compared with those before', () => {
    visit('ann', [pots, look]);
    visit('ann', [pots], '2026-11-19T12:00:00Z');
    expect(ask({ steps: STEPS, filters: landed('/pots'), compare: 'previous' })).toMatchObject({
      sessions: 1,
      sessionsBefore: 1,
      steps: [
        { sessions: 1, before: 1 },
        { sessions: 1, before: 0 },
        { sessions: 0, before: 0 },
      ],
    });
    expect(counts({ steps: STEPS, filters: landed('/') })).toEqual([0, 0, 0, 0]);
  });
});

test.each([
  [{ steps: STEPS.slice(0, 1), range: RANGE }, 'steps'],
  [{ steps: Array.from({ length: 9 }, () => STEPS[0]), range: RANGE }, 'steps'],
  [{ steps: [...STEPS, { dimension: 'channel', values: ['Direct'] }], range: RANGE }, 'steps.3.dimension'],
  [{ steps: [...STEPS, { dimension: 'page', op: 'is_not', values: ['/'] }], range: RANGE }, 'steps.3.op'],
  [{ steps: [...STEPS, { dimension: 'page', values: [] }], range: RANGE }, 'steps.3.values'],
  [{ steps: STEPS }, 'range'],
])('%j is refused by its field', (query, field) => {
  const { error } = funnelQuery.safeParse(query);
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
});
