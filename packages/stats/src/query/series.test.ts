import { describe, expect, test } from 'vitest';
import { batchOf } from '../testing/batch.ts';
import { MeasuredStore } from '../testing/measured-store.ts';

function storeOnTheDay(): MeasuredStore {
  const store = new MeasuredStore({}, '2026-10-25T23:30:00Z');
  // Both are at half past two by the store's clock.
  store.append(batchOf({ at: '2026-10-25T00:30:00Z' }), batchOf({ at: '2026-10-25T01:30:00Z', from: 'b' }));
  return store;
}

describe('a day of 25 hours', () => {
  test('has 25 points by hour, the two hours called two o’clock apart', () => {
    const { series } = storeOnTheDay().ask({ metrics: ['sessions'], range: 'yesterday', interval: 'hour' });
    expect(series).toHaveLength(25);
    expect(series?.slice(2, 4)).toEqual([
      {
        at: Date.parse('2026-10-25T00:00:00Z'),
        day: '2026-10-25',
        unfinished: false,
        metrics: { sessions: 1 },
      },
      {
        at: Date.parse('2026-10-25T01:00:00Z'),
        day: '2026-10-25',
        unfinished: false,
        metrics: { sessions: 1 },
      },
    ]);
  });

  test('is one point by day', () => {
    const { series } = storeOnTheDay().ask({ metrics: ['sessions'], range: 'yesterday', interval: 'day' });
    expect(series?.map(({ at, metrics }) => [at, metrics.sessions])).toEqual([
      [Date.parse('2026-10-24T22:00:00Z'), 2],
    ]);
  });
});

describe('weeks and months', () => {
  const store = new MeasuredStore({}, '2026-11-21T12:00:00Z');
  const points = (interval: 'week' | 'month', from: string) =>
    store
      .ask({ metrics: ['sessions'], range: { from, to: '2026-11-21' }, interval })
      .series?.map(({ day, unfinished }) => [day, unfinished]);

  test('are cut to the range, and what has not ended is unfinished', () => {
    expect(points('week', '2026-11-05')).toEqual([
      ['2026-11-05', false],
      ['2026-11-09', false],
      ['2026-11-16', true],
    ]);
    expect(points('month', '2026-09-15')).toEqual([
      ['2026-09-15', false],
      ['2026-10-01', false],
      ['2026-11-01', true],
    ]);
  });
});
