import type { BatchReceipt, ReceivedBatch } from '../event.ts';
import type { Claim, Claimed } from './claims.ts';
import { homeOf, mostShards, type RoutedBatch, routeBatch, type ShardPlan } from './shard-plan.ts';

/** The objects of a store as those see them who hand batches on. */
export interface ShardsToDeliver {
  /** Receipts are in the order of `batches`. */
  append(shard: number, batches: readonly ReceivedBatch[]): Promise<readonly BatchReceipt[]>;
  /** Where batches go that one shard decides about; in their order. */
  claim(shard: number, claims: readonly Claim[]): Promise<readonly Claimed[]>;
  /** Whether a shard was sent batches with these ids. */
  knows(shard: number, batches: readonly string[]): Promise<readonly boolean[]>;
}

/** A batch, or a part of one, and the place of the batch among all. */
interface Part extends RoutedBatch {
  readonly index: number;
}

/**
 * Hands each batch to the shard that its visitor is in; one that is sent again, to the shard that has it or is about to,
 * since its sender may have another address by now. Receipts are in the order of `batches`.
 */
export async function deliver(
  plan: ShardPlan,
  batches: readonly ReceivedBatch[],
  shards: ShardsToDeliver,
): Promise<BatchReceipt[]> {
  const parts = batches.flatMap((batch, index) =>
    routeBatch(plan, batch).map((part: RoutedBatch): Part => ({ ...part, index })),
  );
  const count = mostShards(plan);
  const routed =
    count === 1 ? parts : await whereKnown(await whereClaimed(parts, count, shards), count, shards);
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

interface ClaimedPart extends Part {
  readonly isSure: boolean;
}

/** Asks for each batch the object that its id names: the same one, whichever address it is sent from. */
async function whereClaimed(
  parts: readonly Part[],
  count: number,
  shards: ShardsToDeliver,
): Promise<ClaimedPart[]> {
  const asked = [...Map.groupBy(parts, ({ batch }) => homeOf(batch.batch, count))].map(
    async ([home, some]) => {
      const claims = some.map(({ shard, batch }) => ({
        batch: batch.batch,
        shard,
        again: batch.again === true,
      }));
      const claimed = await shards.claim(home, claims);
      return some.map((part, place): ClaimedPart => {
        const found = claimed[place];
        if (!found) throw new Error('A batch was claimed without an answer');
        return { ...part, ...found };
      });
    },
  );
  return (await Promise.all(asked)).flat();
}

/** Asks all objects for what one of them may have from before, which is not much. */
async function whereKnown(
  parts: readonly ClaimedPart[],
  count: number,
  shards: ShardsToDeliver,
): Promise<readonly Part[]> {
  const unsure = parts.filter(({ isSure }) => !isSure);
  if (unsure.length === 0) return parts;
  const ids = unsure.map(({ batch }) => batch.batch);
  const known = await Promise.all(Array.from({ length: count }, (_, shard) => shards.knows(shard, ids)));
  return parts.map((part) => {
    const place = unsure.indexOf(part);
    const shard = place === -1 ? -1 : known.findIndex((ofShard) => ofShard[place] === true);
    return shard === -1 ? part : { ...part, shard };
  });
}
