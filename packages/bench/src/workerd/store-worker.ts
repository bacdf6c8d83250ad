import type { ReceivedBatch } from '@layerkick/stats/event';
import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import { deliver } from '@layerkick/stats/shards/deliver';
import { shardName } from '@layerkick/stats/shards/shard';
import { STORE } from '../history/shop.ts';
import type { CountedStore } from './bench-store.ts';

export { BenchStore, CountedStore } from './bench-store.ts';

interface BenchEnv {
  readonly STORE_STATS: DurableObjectNamespace<CountedStore>;
}

interface Asked {
  readonly queries: readonly StatsQuery[];
  readonly now: number;
  /** 1: this very question. More: after some that are not timed. */
  readonly rounds: number;
}

/** Stands where the product's Worker stands: it calls the object's RPC, and takes the time that it takes. */
export default {
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    const shards = Number(searchParams.get('shards'));
    const object = env.STORE_STATS.getByName(STORE.slug);
    const objects = Array.from({ length: shards }, (_, shard) =>
      env.STORE_STATS.getByName(shardName(STORE.slug, shard)),
    );
    switch (pathname) {
      case '/grow':
        await object.growTo(STORE, shards);
        return Response.json(null);
      case '/append':
        await append(objects, await request.json<ReceivedBatch[]>());
        return Response.json(null);
      case '/ask':
        return Response.json(await ask(object, await request.json<Asked>()));
      case '/usage':
        return Response.json(await object.usage());
      case '/status':
        return Response.json(await object.status());
      case '/clear-up':
        await object.clearUp();
        return Response.json(null);
      case '/close':
        for (const each of objects) await each.close();
        return Response.json(null);
      case '/restart':
        // The call itself ends with the object.
        for (const each of objects) await Promise.resolve(each.restart()).catch(() => {});
        return Response.json(null);
      default:
        return new Response('unknown', { status: 404 });
    }
  },
} satisfies ExportedHandler<BenchEnv>;

async function append(
  objects: readonly DurableObjectStub<CountedStore>[],
  batches: readonly ReceivedBatch[],
): Promise<void> {
  await deliver([{ from: 0, shards: objects.length }], batches, {
    append: async (shard, some) => {
      const settings = { ...STORE, ...(shard === 0 ? {} : { shard }) };
      return (await objects[shard]?.append(settings, some)) ?? [];
    },
    claim: async (_shard, claims) => claims.map(({ shard }) => ({ shard, isSure: true })),
    knows: async (_shard, ids) => ids.map(() => false),
  });
}

/** The clock of workerd knows whole milliseconds: a round is as many questions as take some of them, or one. */
const ROUND_MS = 20;

async function ask(object: DurableObjectStub<CountedStore>, { queries, now, rounds }: Asked) {
  const round = async (questions: number) => {
    const started = performance.now();
    let answers: readonly StatsAnswer[] = [];
    for (let asked = 0; asked < questions; asked += 1) answers = await object.query(STORE, queries, now);
    return { ms: (performance.now() - started) / questions, answers };
  };
  const first = await round(1);
  if (rounds === 1) return { times: [first.ms], answers: first.answers };
  const questions = Math.ceil(ROUND_MS / Math.max((await round(5)).ms, 0.1));
  const times: number[] = [];
  while (times.length < rounds) times.push((await round(questions)).ms);
  return { times, answers: first.answers };
}
