import type { BatchReceipt, ReceivedBatch } from '../event.ts';
import { type RoutedBatch, routeBatch, type ShardPlan } from './shard-plan.ts';

/** Hands batches to one shard. Receipts are in their order. */
export type SendToShard = (
  shard: number,
  batches: readonly ReceivedBatch[],
) => Promise<readonly BatchReceipt[]>;

/** Hands each batch to the shard that its visitor is in. Receipts are in the order of `batches`. */
export async function deliver(
  plan: ShardPlan,
  batches: readonly ReceivedBatch[],
  send: SendToShard,
): Promise<BatchReceipt[]> {
  const routed = batches.flatMap((batch, index) =>
    routeBatch(plan, batch).map((part: RoutedBatch) => ({ ...part, index })),
  );
  const receipts = batches.map((): BatchReceipt => ({ accepted: 0, rejected: [] }));
  await Promise.all(
    [...Map.groupBy(routed, ({ shard }) => shard)].map(async ([shard, parts]) => {
      const answers = await send(
        shard,
        parts.map(({ batch }) => batch),
      );
      for (const [place, { index }] of parts.entries()) {
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
