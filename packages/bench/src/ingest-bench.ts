import { join } from 'node:path';
import type { StoreStatus } from '@layerkick/stats/store-stats-rpc';
import { batchesOfYesterday } from './history/yesterday.ts';
import { syncsPerSecond } from './load/disk.ts';
import { loadClosed, loadOpen, type LoadResult } from './load/load.ts';
import { batchRequests } from './load/requests.ts';
import { ingestReport } from './report/ingest-report.ts';
import type { Step } from './report/progress.ts';
import type { Report } from './report/report.ts';
import { bundle } from './workerd/bundle.ts';
import { post } from './workerd/post.ts';
import { cpuMsOf } from './workerd/process-usage.ts';
import { type Served, serve } from './workerd/serve.ts';

const CONNECTIONS = 32;
/** Whoever else uses the machine slows all of them down alike: they take turns. */
const ROUNDS = 4;
const ROUND_SECONDS = 3;
const SINGLE_REQUESTS = 100_000;
const BATCH_REQUESTS = 10_000;
const BATCH_SIZE = 50;
const FIXED_RATE = 250;
const FIXED_SECONDS = 5;

/**
 * Requests per second of a null Worker and of the collector with its object, each in a bare workerd of its own, over
 * loopback.
 *
 * @param folder an existing empty one for the objects' databases
 */
export async function benchIngest(folder: string, step: Step): Promise<Report> {
  const [nullModule, ingestModule] = await step('Bundling', () =>
    Promise.all([bundle('null', join(folder, 'null')), bundle('ingest', join(folder, 'ingest'))]),
  );
  const ours = (name: string) =>
    serve({ module: ingestModule, folder: join(folder, name), objectClass: 'BenchStore' });
  const workers = await step('Starting workerd', async () => ({
    nothing: await serve({ module: nullModule, folder: join(folder, 'nothing'), objectClass: null }),
    single: await ours('single'),
    batches: await ours('batches'),
    fixed: await ours('fixed'),
  }));
  try {
    const requests = batchRequests(SINGLE_REQUESTS, 1);
    // It is fast: the same ones again and again.
    const nothing = new Closed(workers.nothing, Array.from({ length: 4 }, () => requests).flat());
    const single = new Closed(workers.single, requests);
    const batches = new Closed(workers.batches, batchRequests(BATCH_REQUESTS, BATCH_SIZE));
    await step('As fast as answers come', async (progress) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const run of [nothing, single, batches]) await run.round();
        progress.show((round + 1) / ROUNDS);
      }
    });
    const pendingAfterSingle = await pendingOf(workers.single);
    const fixed: LoadResult[] = [];
    const nullFixed: LoadResult[] = [];
    await step(`${FIXED_RATE} requests a second`, async (progress) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const size = FIXED_RATE * FIXED_SECONDS;
        const some = requests.slice(round * size, (round + 1) * size);
        const load = { perSecond: FIXED_RATE, requests: some };
        nullFixed.push(await loadOpen({ port: workers.nothing.port, ...load }));
        const { origin, port } = workers.fixed;
        await post(`${origin}/append`, batchesOfYesterday(round, Date.now()));
        await post(`${origin}/settle`);
        const closing = post(`${origin}/close-a-day`);
        fixed.push(await loadOpen({ port, ...load }));
        await closing;
        progress.show((round + 1) / ROUNDS);
      }
    });
    return ingestReport({
      rounds: ROUNDS,
      syncs: syncsPerSecond(folder),
      nullWorker: nothing.results,
      single: single.results,
      batches: batches.results,
      batchSize: BATCH_SIZE,
      batchesCpuMs: batches.cpuMs,
      fixedRate: FIXED_RATE,
      fixed,
      nullFixed,
      pendingAfterFixed: await pendingOf(workers.fixed),
      pendingAfterSingle,
    });
  } finally {
    for (const worker of Object.values(workers)) await worker.stop();
  }
}

/** Rounds of requests that each are sent once. */
class Closed {
  readonly results: LoadResult[] = [];
  cpuMs: number | null = 0;
  readonly #served: Served;
  #requests: readonly Buffer[];

  constructor(served: Served, requests: readonly Buffer[]) {
    this.#served = served;
    this.#requests = requests;
  }

  async round(): Promise<void> {
    const { port, pid } = this.#served;
    const before = cpuMsOf(pid);
    const result = await loadClosed({
      port,
      connections: CONNECTIONS,
      requests: this.#requests,
      mostSeconds: ROUND_SECONDS,
    });
    const after = cpuMsOf(pid);
    this.cpuMs =
      this.cpuMs === null || before === null || after === null ? null : this.cpuMs + after - before;
    this.#requests = this.#requests.slice(result.requests);
    this.results.push(result);
  }
}

async function pendingOf({ origin }: Served): Promise<number> {
  return (await post<StoreStatus>(`${origin}/status`)).pendingBatches;
}
