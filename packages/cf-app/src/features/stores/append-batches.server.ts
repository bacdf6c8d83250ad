import type { BatchReceipt, ReceivedBatch } from '@layerkick/stats/event';
import { deliver } from '@layerkick/stats/shards/deliver';
import { shardName } from '@layerkick/stats/shards/shard';
import type { Store } from './store.schema.ts';

/** Has a store's objects take batches in. Durable when it resolves; receipts are in the order of `batches`. */
export async function appendBatches(
  objects: Env['STORE_STATS'],
  { slug, timeZone, currency, shardPlan = [] }: Pick<Store, 'slug' | 'timeZone' | 'currency' | 'shardPlan'>,
  batches: readonly ReceivedBatch[],
): Promise<readonly BatchReceipt[]> {
  const objectOf = (shard: number) => objects.getByName(shardName(slug, shard));
  return deliver(shardPlan, batches, {
    // As text: copying objects from one isolate to another takes several times as long.
    append: (shard, some) =>
      objectOf(shard).appendText(
        { slug, timeZone, currency, ...(shard === 0 ? {} : { shard }) },
        JSON.stringify(some),
      ),
    claim: (shard, claims) => objectOf(shard).claim(claims),
    knows: (shard, ids) => objectOf(shard).knows(ids),
  });
}
