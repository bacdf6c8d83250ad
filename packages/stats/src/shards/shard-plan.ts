import { z } from 'zod';
import type { ReceivedBatch } from '../event.ts';
import { hashBatch } from '../log/batch-set.ts';
import type { VisitorSignature } from '../visitor.ts';
import { MOST_SHARDS } from './shard.ts';

/**
 * How many objects take what happens from which midnight on, epoch ms, ascending; before the first it is one. What
 * happened on a day stays where that day's number sent it, so that a visitor of a day is in one object.
 */
export const shardPlan = z.array(z.object({ from: z.int().min(0), shards: z.int().min(1).max(MOST_SHARDS) }));
export type ShardPlan = Readonly<z.output<typeof shardPlan>>;

/** What a shard is sent of a batch. */
export interface RoutedBatch {
  readonly shard: number;
  readonly batch: ReceivedBatch;
}

/**
 * Where a batch goes: as a whole but for the day after a plan changed, when it may tell of both days. A part that goes
 * elsewhere has an id of its own, since its events are counted from 0 again.
 */
export function routeBatch(plan: ShardPlan, batch: ReceivedBatch): RoutedBatch[] {
  const last = plan.at(-1);
  if (!last) return [{ shard: 0, batch }];
  const hash = hashOf(batch.visitor);
  if (batch.events.every(({ at }) => at >= last.from)) return [{ shard: hash % last.shards, batch }];
  const parts = Map.groupBy(batch.events, ({ at }) => hash % shardsAt(plan, at));
  if (parts.size === 0) return [{ shard: hash % last.shards, batch }];
  return [...parts].map(([shard, events], part) => ({
    shard,
    batch:
      part === 0 ? { ...batch, events } : { ...batch, events, rejected: [], batch: `${batch.batch}+${part}` },
  }));
}

function shardsAt(plan: ShardPlan, time: number): number {
  return plan.findLast(({ from }) => from <= time)?.shards ?? 1;
}

/** Thrown away at once: it says no more about a visitor than which object takes what they do. */
function hashOf({ ip, userAgent }: VisitorSignature): number {
  return hashBatch(`${ip}\n${userAgent}`).high;
}
