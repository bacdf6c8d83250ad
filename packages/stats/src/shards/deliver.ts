import type { BatchReceipt, ReceivedBatch } from '../event.ts';
import { mostShards, type RoutedBatch, routeBatch, type ShardPlan } from './shard-plan.ts';

/** The objects of a store as those see them who hand batches on. */
export interface ShardsToDeliver {
  /** Receipts are in the order of `batches`. */
  append(shard: number, batches: readonly ReceivedBatch[]): Promise<readonly BatchReceipt[]>;
  /** Whether a shard was sent batches with these ids. */
  knows(shard: number, batches: readonly string[]): Promise<readonly boolean[]>;
}

/** A batch, or a part of one, and the place of the batch among all. */
interface Part extends RoutedBatch {
  readonly index: number;
}

/**
 * Hands each batch to the shard that its visitor is in; one that is sent again, to the shard that had it, since its
 * sender may have another address by now. Receipts are in the order of `batches`.
 */
export async function deliver(
  plan: ShardPlan,
  batches: readonly ReceivedBatch[],
  shards: ShardsToDeliver,
): Promise<BatchReceipt[]> {
  const parts = batches.flatMap((batch, index) =>
    routeBatch(plan, batch).map((part: RoutedBatch): Part => ({ ...part, index })),
  );
  const routed = await whereKnown(parts, mostShards(plan), shards);
  const receipts = batches.map((): BatchReceipt => ({ accepted: 0, rejected: [] }));
  await Promise.all(
    [...Map.groupBy(routed, ({ shard }) => shard)].map(async ([shard, some]) => {
      const answers = await shards.append(
        shard,
        some.map(({ batch }) => batch),
      );
      for (const [place, { index }] of some.entries()) {
        const [before, answer] = [receipts[index], answers[place]];
        if (!before || !answer) throw new Error('A batch was taken without a receipt');
        receipts[index] = {
          accepted: before.accepted + answer.accepted,
          rejected: [...before.rejected, ...answer.rejected],
        };
      }
    }),
  );
  return receipts;
}

/** Asks all objects for what is sent again, which is not much. */
async function whereKnown(parts: readonly Part[], count: number, shards: ShardsToDeliver): Promise<Part[]> {
  const again = parts.filter(({ batch }) => batch.again === true);
  if (again.length === 0 || count === 1) return [...parts];
  const ids = again.map(({ batch }) => batch.batch);
  const known = await Promise.all(Array.from({ length: count }, (_, shard) => shards.knows(shard, ids)));
  return parts.map((part) => {
    const place = again.indexOf(part);
    const shard = place === -1 ? -1 : known.findIndex((ofShard) => ofShard[place] === true);
    return shard === -1 ? part : { ...part, shard };
  });
}
