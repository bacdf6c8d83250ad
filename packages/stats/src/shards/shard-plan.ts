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
 * Where a batch goes: as a whole but for the day after a plan changed, when it may tell of both days. Then it is divided
 * by the days alone, whoever sends it, so that it is divided the same way when it comes again from another address. What
 * is of a later day has an id of its own, since its events are counted from 0 again.
 */
export function routeBatch(plan: ShardPlan, batch: ReceivedBatch): RoutedBatch[] {
  const last = plan.at(-1);
  if (!last) return [{ shard: 0, batch }];
  const hash = hashOf(batch.visitor);
  if (batch.events.every(({ at }) => at >= last.from)) return [{ shard: hash % last.shards, batch }];
  const eras = [...Map.groupBy(batch.events, ({ at }) => eraAt(plan, at))].toSorted(([a], [b]) => a - b);
  return eras.map(([era, events], part) => ({
    shard: hash % (plan[era]?.shards ?? 1),
    batch:
      part === 0 ? { ...batch, events } : { ...batch, events, rejected: [], batch: `${batch.batch}+${part}` },
  }));
}

/** How many objects a store has by a plan, those of days to come included. */
export function mostShards(plan: ShardPlan): number {
  return Math.max(1, ...plan.map(({ shards }) => shards));
}

/** The object that decides where a batch with this id goes. */
export function homeOf(batch: string, shards: number): number {
  return hashBatch(batch).high % shards;
}

/** The place in the plan of what holds at a time; -1 before all of it. */
function eraAt(plan: ShardPlan, time: number): number {
  return plan.findLastIndex(({ from }) => from <= time);
}

/** Thrown away at once: it says no more about a visitor than which object takes what they do. */
function hashOf({ ip, userAgent }: VisitorSignature): number {
  return hashBatch(`${ip}\n${userAgent}`).high;
}
