import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type RealtimeQuery, realtimeQuery } from '../realtime.ts';
import { batchOf } from '../testing/batch.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { answerRealtime } from './realtime.ts';

let store: MeasuredStore;
const ask = (query: RealtimeQuery = {}) => {
  store.fold();
  const sources = store.engine.sources(store.settings);
  return answerRealtime(sources, realtimeQuery.parse(query), { now: store.now, elapsed: () => 0 });
};

beforeEach(() => {
  store = new MeasuredStore({}, '2026-11-20T12:00:30Z');
});

describe('who is in the shop', () => {
  test('is told by minute, the current one last', () => {
    store.append(
      batchOf({ at: '2026-11-20T11:30:59Z', from: 'gone' }),
      batchOf({ at: '2026-11-20T11:31:00Z', from: 'ann' }),
      batchOf({ at: '2026-11-20T11:59:10Z', from: 'ann', events: [{ path: '/pots' }, { path: '/pots' }] }),
      batchOf({ at: '2026-11-20T12:00:20Z', from: 'ben', events: [{ name: 'add_to_cart' }] }),
      batchOf({ at: '2026-11-20T12:00:20Z', from: 'robot', bot: 'crawler' }),
    );
    const { visitors, pageViews, minutes, pages } = ask();
    expect([visitors, pageViews]).toEqual([2, 3]);
    expect(minutes).toHaveLength(30);
    expect(minutes.filter((minute) => minute.visitors > 0)).toEqual([
      { at: Date.parse('2026-11-20T11:31:00Z'), visitors: 1, pageViews: 1 },
      { at: Date.parse('2026-11-20T11:59:00Z'), visitors: 1, pageViews: 2 },
      { at: Date.parse('2026-11-20T12:00:00Z'), visitors: 1, pageViews: 0 },
    ]);
    expect(pages).toEqual([
      { page: '/pots', visitors: 1, pageViews: 2 },
      { page: '/', visitors: 1, pageViews: 1 },
    ]);
    expect(ask({ bots: true, limit: 1 })).toMatchObject({
      visitors: 3,
      pages: [{ page: '/', visitors: 2, pageViews: 2 }],
    });
  });

  test('is one and the same over midnight', () => {
    store.now = Date.parse('2026-11-20T23:10:00Z');
    store.append(
      batchOf({ at: '2026-11-20T22:50:00Z', from: 'ann' }),
      batchOf({ at: '2026-11-20T23:05:00Z', from: 'ann' }),
      batchOf({ at: '2026-11-20T23:06:00Z', from: 'ben' }),
    );
    expect(ask().visitors).toBe(2);
  });

  test('reads only what may have something of it again and again', () => {
    for (let hour = 1; hour <= 9; hour += 1) {
      store.now = Date.parse(`2026-11-20T0${hour}:00:00Z`);
      const events = Array.from({ length: 50 }, () => ({}));
      for (let sent = 0; sent < 11; sent += 1) {
        store.append(batchOf({ at: new Date(store.now).toISOString(), events }));
      }
      ask();
    }
    const read = vi.spyOn(store.db, 'all');
    expect(ask().visitors).toBe(1);
    const blocks = read.mock.calls.filter(([sql]) => sql.includes('FROM event_block WHERE id IN'));
    expect(blocks.map(([, ids]) => JSON.parse(String(ids)).length)).toEqual([1]);
    store.now += 3_600_000;
    expect(ask().visitors).toBe(0);
  });
});
