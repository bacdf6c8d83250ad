import { continueRebuild } from '../src/archive/rebuild.ts';
import { cohortsQuery } from '../src/cohorts.ts';
import { funnelQuery } from '../src/funnel.ts';
import { answerCohorts } from '../src/query/cohorts.ts';
import { answerFunnel } from '../src/query/funnel.ts';
import { answerRealtime } from '../src/query/realtime.ts';
import { answerQueries } from '../src/query/answer.ts';
import { statsQuery } from '../src/query.ts';
import { realtimeQuery } from '../src/realtime.ts';
import type { StoreSettings } from '../src/store.ts';
import { archiveAll } from '../src/testing/archive-all.ts';
import { MeasuredStore } from '../src/testing/measured-store.ts';
import { MemoryArchive } from '../src/testing/memory-archive.ts';
import type { LivingStore } from './live.ts';

/** Later than anything is kept in a store for. */
const YEARS = 5 * 365;
const DAY_MS = 86_400_000;

/** The parts of a store over SQLite in memory, without its object. */
export function livingParts(settings: StoreSettings): LivingStore {
  const store = new MeasuredStore(settings);
  const archive = new MemoryArchive();
  let salts = 0;
  const newSalt = () => String((salts += 1)).padStart(64, '0');
  return {
    append: async (batches) => {
      store.engine.log.append([{ store: settings, batches }], { now: store.now, newSalt });
    },
    record: async (entries) => void store.record(...entries),
    count: async () => store.fold(),
    rebuild: async () => {
      store.startRebuild();
      while (await continueRebuild(store.engine, archive, store.now));
    },
    stop: async () => store.restart(),
    pass: async () => {
      store.tend(store.now + YEARS * DAY_MS);
      await archiveAll(store, archive, YEARS);
      // What is left of the log in memory may be what was archived.
      store.restart();
    },
    ask: async ({ questions, funnels, cohorts, realtimes }, now) => {
      store.fold();
      const sources = store.engine.sources(settings);
      const clock = { now, elapsed: () => 0 };
      return {
        questions: answerQueries(
          sources,
          settings,
          questions.map((query) => statsQuery.parse(query)),
          clock,
        ),
        funnels: funnels.map((query) => answerFunnel(sources, settings, funnelQuery.parse(query), clock)),
        cohorts: cohorts.map((query) => answerCohorts(sources, settings, cohortsQuery.parse(query), clock)),
        realtimes: realtimes.map((query) => answerRealtime(sources, realtimeQuery.parse(query), clock)),
      };
    },
  };
}
