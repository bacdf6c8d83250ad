import { Claims } from '../shards/claims.ts';
import { OtherShards, type Shard } from '../shards/other-shards.ts';
import { deliver } from '../shards/deliver.ts';
import { deleteLetters, hearLetters, readLetters } from '../shards/letters.ts';
import { share } from '../shards/share.ts';
import { growTo } from '../store-row.ts';
import type { ReceivedBatch } from '../event.ts';
import { fold } from '../fold.ts';
import type { Sources } from '../query/answer.ts';
import type { RealtimeSources } from '../query/realtime.ts';
import type { ShardPlan } from '../shards/shard-plan.ts';
import type { StoreSettings } from '../store.ts';
import { MeasuredStore } from './measured-store.ts';

/** A store of several shards without their objects. What they tell each other is copied, as between objects. */
export class ShardedStore {
  readonly shards: readonly MeasuredStore[];
  readonly plan: ShardPlan;
  #claims: readonly Claims[];
  #others: OtherShards;

  constructor(settings: StoreSettings, count: number, plan: ShardPlan = [{ from: 0, shards: count }]) {
    this.shards = Array.from({ length: count }, (_, shard) => new MeasuredStore({ ...settings, shard }));
    this.plan = plan;
    this.first.db.transaction(() => growTo(this.first.db, settings, count));
    this.#others = this.#meet();
    // They have been there for long.
    this.#claims = this.shards.map(() => new Claims(0));
  }

  /** Shard 0. */
  get first(): MeasuredStore {
    const [first] = this.shards;
    if (!first) throw new RangeError('A store has at least one object');
    return first;
  }

  async append(batches: readonly ReceivedBatch[], newSalt: () => string): Promise<void> {
    await deliver(this.plan, batches, {
      append: async (shard, some) => {
        const { engine, settings, now } = this.#shard(shard);
        return engine.log.append([{ store: settings, batches: some }], { now, newSalt })[0] ?? [];
      },
      claim: async (shard, claims) =>
        claims.map((claim) => this.#claimsOf(shard).claim(claim, this.#shard(shard).now)),
      knows: async (shard, ids) => ids.map((id) => this.#shard(shard).engine.log.knows(id)),
    });
  }

  /** What every object does from time to time. */
  count(): void {
    for (const { engine, now } of this.shards) fold(engine, now);
    for (const { engine, settings } of this.shards.slice(1)) {
      const { letters } = readLetters(engine.db, 0);
      hearLetters(this.first.engine, { ...settings, shard: 0 }, letters, this.first.now);
      deleteLetters(engine.db, letters);
    }
  }

  /** As stopped objects do. */
  restart(): void {
    for (const shard of this.shards) shard.restart();
    this.#claims = this.shards.map(({ now }) => new Claims(now));
    this.#others = this.#meet();
  }

  async recentEvents(since: number) {
    return this.#others.recentEvents(this.first.settings, since);
  }

  async ask<Result>(work: (sources: Sources & RealtimeSources) => Result): Promise<Result> {
    this.first.fold();
    return this.#others.ask(this.first.settings, this.first.now, work);
  }

  #shard(place: number): MeasuredStore {
    const shard = this.shards[place];
    if (!shard) throw new RangeError(`There is no shard ${place}`);
    return shard;
  }

  #claimsOf(place: number): Claims {
    const claims = this.#claims[place];
    if (!claims) throw new RangeError(`There is no shard ${place}`);
    return claims;
  }

  #meet(): OtherShards {
    const shards = this.shards.slice(1).map((store): Shard => ({
      share: async (_, request) =>
        structuredClone(share(store.engine, store.settings, structuredClone(request), store.now)),
      recentEvents: async (_, since) => {
        store.fold();
        return structuredClone(store.engine.sources(store.settings).recentEvents(since));
      },
    }));
    return new OtherShards(this.first.engine, shards);
  }
}
