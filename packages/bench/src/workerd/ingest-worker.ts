import { collector } from '../../../cf-app/src/api/collector/route.ts';
import type { ReceivedBatch } from '@layerkick/stats/event';
import { statsQuery } from '@layerkick/stats/query';
import { STORE } from '../history/shop.ts';
import type { CountedStore } from './bench-store.ts';

export { BenchStore, CountedStore } from './bench-store.ts';

interface BenchEnv {
  readonly STORE_STATS: DurableObjectNamespace<CountedStore>;
}

const REGISTRY_ROW = {
  slug: STORE.slug,
  name: 'Bench',
  time_zone: STORE.timeZone,
  currency: STORE.currency,
  domains: '[]',
  created_at: 0,
  shard_plan: '[]',
};

/** The registry, which the collector asks once in 30 s, and a rate limit that lets everything through. */
const PLATFORM = {
  DB: { prepare: () => ({ bind: () => ({ first: async () => REGISTRY_ROW }) }) },
  COLLECT_LIMIT: { limit: async () => ({ success: true }) },
  COLLECT_STORE_LIMIT: { limit: async () => ({ success: true }) },
};

/** The product's collector and object, without the dashboard. */
export default {
  async fetch(request, env) {
    const object = env.STORE_STATS.getByName(STORE.slug);
    switch (new URL(request.url).pathname) {
      case '/':
        // The rest of the platform is as little as the collector uses of it.
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion
        return collector.fetch(request, { ...env, ...PLATFORM } as unknown as Env);
      case '/status':
        return Response.json(await object.status());
      case '/settle':
        await object.settle();
        return Response.json(null);
      case '/append':
        await object.append(STORE, await request.json<ReceivedBatch[]>());
        return Response.json(null);
      case '/close-a-day':
        await object.closeADay();
        return Response.json(null);
      case '/query':
        return Response.json(await object.query(STORE, [statsQuery.parse(await request.json())], Date.now()));
      case '/usage':
        return Response.json(await object.usage());
      default:
        return new Response('unknown', { status: 404 });
    }
  },
} satisfies ExportedHandler<BenchEnv>;
