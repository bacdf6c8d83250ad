import { continueRebuild } from '../src/archive/rebuild.ts';
import { cohortsQuery } from '../src/cohorts.ts';
import { funnelQuery } from '../src/funnel.ts';
import { answerCohorts } from '../src/query/cohorts.ts';
import { answerFunnel } from '../src/query/funnel.ts';
import { answerRealtime, realtimeSince } from '../src/query/realtime.ts';
import { answerQueries } from '../src/query/answer.ts';
import { statsQuery } from '../src/query.ts';
import { realtimeQuery } from '../src/realtime.ts';
import type { ShardPlan } from '../src/shards/shard-plan.ts';
import type { StoreSettings } from '../src/store.ts';
import { archiveAll } from '../src/testing/archive-all.ts';
import { MemoryArchive } from '../src/testing/memory-archive.ts';
import { ShardedStore } from '../src/testing/sharded-store.ts';
import type { LivingStore } from './live.ts';

/** Later than anything is kept in a store for. */
const YEARS = 5 * 365;
const DAY_MS = 86_400_000;

/** The parts of a store of several shards, without their objects. */
export function livingShards(settings: StoreSettings, count: number, plan?: ShardPlan): LivingStore {
  const store = new ShardedStore(settings, count, plan);
  const archive = new MemoryArchive();
  let salts = 0;
  const newSalt = () => String((salts += 1)).padStart(64, '0');
  return {
    append: async (batches) => store.append(batches, newSalt),
    record: async (entries) => void store.first.record(...entries),
    count: async () => store.count(),
    rebuild: async () => {
      for (const shard of store.shards) {
        shard.startRebuild();
        while (await continueRebuild(shard.engine, archive, shard.now));
      }
      store.restart();
    },
    stop: async () => store.restart(),
    pass: async () => {
      for (const shard of store.shards) {
        shard.tend(shard.now + YEARS * DAY_MS);
        await archiveAll(shard, archive, YEARS);
      }
      // What is left of the log in memory may be what was archived.
      store.restart();
    },
    ask: async ({ questions, funnels, cohorts, realtimes }, now) => {
      const clock = { now, elapsed: () => 0 };
      const parsed = {
        questions: questions.map((query) => statsQuery.parse(query)),
        funnels: funnels.map((query) => funnelQuery.parse(query)),
        cohorts: cohorts.map((query) => cohortsQuery.parse(query)),
        realtimes: realtimes.map((query) => realtimeQuery.parse(query)),
      };
      const elsewhere = await store.recentEvents(realtimeSince(now));
      return store.ask((sources) => ({
        questions: answerQueries(sources, settings, parsed.questions, clock),
        funnels: parsed.funnels.map((query) => answerFunnel(sources, settings, query, clock)),
        cohorts: parsed.cohorts.map((query) => answerCohorts(sources, settings, query, clock)),
        realtimes: parsed.realtimes.map((query) => {
          const recentEvents = (since: number) => [...sources.recentEvents(since), ...elsewhere];
          return answerRealtime({ ...sources, recentEvents }, query, clock);
        }),
      }));
    },
  };
}
