import { expect, test } from 'vitest';
import type { Dimension, Filter, StatsQuery } from '../query.ts';
import { batchOf } from '../testing/batch.ts';
import { MeasuredStore } from '../testing/measured-store.ts';

const rowsOf = (store: MeasuredStore, dimension: Dimension, query: Partial<StatsQuery> = {}) =>
  store
    .ask({ metrics: ['sessions', 'visitors'], range: '90d', dimensions: [dimension], ...query })
    .rows.map(({ dimensions, metrics }) => [...dimensions, ...Object.values(metrics)]);

test('an hour that a day has twice is one hour of the day, and its visitor one', () => {
  const store = new MeasuredStore({}, '2026-10-25T23:30:00Z');
  store.append(
    batchOf({ at: '2026-10-25T00:30:00Z' }),
    batchOf({ at: '2026-10-25T01:30:00Z' }),
    batchOf({ at: '2026-10-25T02:30:00Z' }),
  );
  expect(rowsOf(store, 'hour')).toEqual([
    ['2', 2, 1],
    ['3', 1, 1],
  ]);
});

test('hours are those of the clock before and after it is moved', () => {
  const store = new MeasuredStore({}, '2026-11-21T12:00:00Z');
  store.append(batchOf({ at: '2026-10-20T08:10:00Z' }), batchOf({ at: '2026-11-20T09:50:00Z' }));
  expect(rowsOf(store, 'hour')).toEqual([['10', 2, 2]]);
});

test.each([
  ['Asia/Kathmandu', '2026-11-20T18:20:00Z', '0', '6'],
  ['Pacific/Auckland', '2026-11-22T11:05:00Z', '0', '1'],
  ['America/New_York', '2026-11-22T04:59:00Z', '23', '6'],
])('hours and weekdays are those of %s', (timeZone, at, hour, weekday) => {
  const store = new MeasuredStore({ timeZone }, '2026-11-23T12:00:00Z');
  store.append(batchOf({ at }));
  expect([rowsOf(store, 'hour'), rowsOf(store, 'weekday')]).toEqual([[[hour, 1, 1]], [[weekday, 1, 1]]]);
});

test('as filters they narrow the range: what happened then counts', () => {
  const store = new MeasuredStore({}, '2026-11-21T12:00:00Z');
  store.append(
    // Begins at ten to ten and goes on after ten, on a Friday.
    batchOf({ at: '2026-11-20T09:10:00Z', events: [{ at: '2026-11-20T08:50:00Z' }, { path: '/pots' }] }),
    batchOf({ at: '2026-11-21T09:00:00Z' }),
  );
  const totals = (...filters: Filter[]) =>
    store.ask({ metrics: ['sessions', 'page_views'], range: '7d', filters }).totals;
  const atTen: Filter = { dimension: 'hour', op: 'is', values: ['10'] };
  const onFriday: Filter = { dimension: 'weekday', op: 'is', values: ['5'] };
  expect(totals(atTen)).toEqual({ sessions: 1, page_views: 2 });
  expect(totals(onFriday)).toEqual({ sessions: 1, page_views: 2 });
  expect(totals(atTen, onFriday)).toEqual({ sessions: 0, page_views: 1 });
  expect(totals({ not: { or: [atTen, onFriday] } })).toEqual({ sessions: 0, page_views: 0 });
});

test('of all other hours nobody is counted twice', () => {
  const store = new MeasuredStore({}, '2026-11-21T20:00:00Z');
  for (const hour of ['08', '10', '10', '12', '14'])
    store.append(batchOf({ at: `2026-11-21T${hour}:00:00Z` }));
  const { others } = store.ask({
    metrics: ['sessions', 'visitors'],
    range: 'today',
    dimensions: ['hour'],
    limit: 1,
  });
  expect(others?.metrics).toEqual({ sessions: 3, visitors: 1 });
});
