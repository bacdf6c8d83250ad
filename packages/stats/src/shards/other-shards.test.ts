import { beforeEach, expect, test } from 'vitest';
import { batchOf } from '../testing/batch.ts';
import { MeasuredStore } from '../testing/measured-store.ts';
import { OtherShards } from './other-shards.ts';
import { share } from './share.ts';

const DAY = '2026-11-20';
let first: MeasuredStore;
let second: MeasuredStore;

beforeEach(() => {
  first = new MeasuredStore();
  second = new MeasuredStore({ shard: 1 });
  visit('one', '/', '/pots');
});

const visit = (from: string, ...pages: string[]) =>
  second.append(batchOf({ at: `${DAY}T12:00:00Z`, from, events: pages.map((path) => ({ path })) }));

/** Shard 0's view of whatever `second` is when it is asked. */
const meet = (keptBytes?: number) =>
  new OtherShards(
    first.engine,
    [
      {
        share: async (_store, request) => share(second.engine, second.settings, request, second.now),
        recentEvents: async () => [],
      },
    ],
    keptBytes,
  );

/** How many events there are, from a column of each segment; and the bytes of columns that are kept after that. */
async function look(others: OtherShards): Promise<{ events: number; bytes: number }> {
  const events = await others.ask(first.settings, first.now, ({ days }) =>
    days.segments(DAY, DAY).reduce((sum, segment) => sum + segment.page().codes.length, 0),
  );
  return { events, bytes: first.engine.columnBudget.bytes };
}

/** The same by whom has seen nothing before. */
function lookAnew(): ReturnType<typeof look> {
  first.restart();
  return look(meet());
}

test('a day that is another one now leaves no columns of what it was', async () => {
  const others = meet();
  const before = await look(others);
  visit('two', '/lids');
  const after = await look(others);
  expect([before.events, after.events]).toEqual([2, 3]);
  expect(after).toEqual(await lookAnew());
});

test('a day that is not there any more leaves none', async () => {
  const others = meet();
  expect((await look(others)).bytes).toBeGreaterThan(0);
  second = new MeasuredStore({ shard: 1 });
  expect(await look(others)).toEqual({ events: 0, bytes: 0 });
});

test('nor does one that is forgotten because there is no room for it', async () => {
  expect(await look(meet(0))).toEqual({ events: 2, bytes: 0 });
});
