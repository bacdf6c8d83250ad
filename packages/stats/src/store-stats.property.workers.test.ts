import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import * as fc from 'fast-check';
import { inject, test } from 'vitest';
import { arbitraryStory } from '../oracle/arbitrary-story.ts';
import { live, type LivingStore } from '../oracle/live.ts';
import type { OracleRuns } from '../oracle/runs.ts';
import type { Story } from '../oracle/story.ts';
import type { StoreSettings } from './store.ts';
import type { StoreStats } from './store-stats.ts';

declare module 'vitest' {
  interface ProvidedContext {
    oracle: OracleRuns;
  }
}

/** Later than anything is kept in the object for. */
const YEARS_MS = 5 * 365 * 86_400_000;

let stores = 0;

/** A store's object. */
function objectOf(store: StoreSettings): LivingStore {
  stores += 1;
  const stats = env.STORE_STATS.getByName(`story-${stores}`);
  return {
    append: async (batches) => void (await stats.append(store, batches)),
    record: async (entries) => void (await stats.record(store, entries)),
    count: async () => void (await runDurableObjectAlarm(stats)),
    rebuild: async () => {
      await stats.rebuild(store);
      await stop(stats);
      while ((await stats.status()).rebuilding !== null) await runDurableObjectAlarm(stats);
    },
    stop: () => stop(stats),
    pass: () => runInDurableObject(stats, (object) => object.tend(Date.now() + YEARS_MS)),
    ask: async ({ questions, funnels, cohorts, realtimes }, now) => ({
      questions: await stats.query(store, questions, now),
      funnels: await Promise.all(funnels.map((query) => stats.funnel(store, query, now))),
      cohorts: await Promise.all(cohorts.map((query) => stats.cohorts(store, query, now))),
      realtimes: await Promise.all(realtimes.map((query) => stats.realtime(store, query, now))),
    }),
  };
}

async function stop(stats: DurableObjectStub<StoreStats>): Promise<void> {
  // Only what runs can be stopped.
  await stats.status();
  await evictDurableObject(stats);
}

test('a store answers what the definitions say', { timeout: 0 }, async () => {
  const { objects, seed } = inject('oracle');
  let cases = 0;
  const tell = async (story: Story) => {
    const store = { slug: 'fmdf', timeZone: story.timeZone, currency: 'EUR' };
    cases += await live(story, store, objectOf(store));
  };
  await fc.assert(fc.asyncProperty(arbitraryStory, tell), { numRuns: objects, seed });
  console.log(`${cases} answers about ${objects} histories (seed ${seed}) are what the definitions say.`);
});
