import { expect, test, vi } from 'vitest';
import type { ReceivedBatch } from '../event.ts';
import { batchOf } from '../testing/batch.ts';
import { type Claim, Claims } from './claims.ts';
import { deliver } from './deliver.ts';

const PLAN = [{ from: 0, shards: 4 }];

const NOW = Date.parse('2026-11-20T12:00:00Z');

/** Objects that know some batches already, and have been there since then. */
function objects(known: Readonly<Record<number, string>> = {}, since = 0) {
  const got = new Map<number, readonly ReceivedBatch[]>();
  const knows = vi.fn(async (shard: number, ids: readonly string[]) => ids.map((id) => known[shard] === id));
  const claims = Array.from({ length: 4 }, () => new Claims(since));
  const claim = vi.fn(async (home: number, some: readonly Claim[]) =>
    some.map((one) => claims[home]?.claim(one, NOW) ?? { shard: -1, isSure: true }),
  );
  const append = async (shard: number, batches: readonly ReceivedBatch[]) => {
    got.set(shard, [...(got.get(shard) ?? []), ...batches]);
    return batches.map(({ events }) => ({ accepted: events.length, rejected: [] }));
  };
  return { got, shards: { append, knows, claim } };
}
const batch = batchOf({ at: '2026-11-20T12:00:00Z', from: 'ann', events: [{}, {}] });

test('a batch goes to one shard, and nobody else is asked', async () => {
  const { got, shards } = objects();
  expect(await deliver(PLAN, [batch], shards)).toEqual([{ accepted: 2, rejected: [] }]);
  expect(got.size).toBe(1);
  expect(shards.knows).not.toHaveBeenCalled();
});

test.each([0, 1, 2, 3])('what is sent again goes to the shard that had it: %i', async (shard) => {
  const { got, shards } = objects({ [shard]: batch.batch });
  const other = batchOf({ at: '2026-11-20T12:00:00Z', from: 'ben' });
  const receipts = await deliver(PLAN, [{ ...batch, again: true }, other], shards);
  expect(receipts.map(({ accepted }) => accepted)).toEqual([2, 1]);
  expect(got.get(shard)?.map((one) => one.batch)).toContain(batch.batch);
});

test.each([
  ['at once, while the first is on its way', 0, false],
  ['at once, when the object that decides has just begun', NOW, false],
  ['later', 0, true],
])('whatever address a batch is sent again from, it goes where it went: %s', async (_, since, again) => {
  const { got, shards } = objects({}, since);
  const addresses = Array.from({ length: 8 }, (__, host) => `192.0.2.${host}`);
  await Promise.all(
    addresses.map((ip) =>
      deliver(PLAN, [{ ...batch, visitor: { ip, userAgent: 'Firefox' }, again }], shards),
    ),
  );
  expect(got.size).toBe(1);
  expect([...got.values()].flat()).toHaveLength(addresses.length);
});

test('what was never heard of goes where its sender is', async () => {
  const first = objects();
  await deliver(PLAN, [batch], first.shards);
  const again = objects();
  await deliver(PLAN, [{ ...batch, again: true }], again.shards);
  expect([...again.got.keys()]).toEqual([...first.got.keys()]);
});

test('a store with one object asks nobody', async () => {
  const { shards } = objects();
  await deliver([], [{ ...batch, again: true }], shards);
  expect(shards.knows).not.toHaveBeenCalled();
  expect(shards.claim).not.toHaveBeenCalled();
});
