import { join } from 'node:path';
import type { StoreStatus } from '@layerkick/stats/store-stats-rpc';
import { syncsPerSecond } from './load/disk.ts';
import { loadClosed, loadOpen, type LoadResult } from './load/load.ts';
import { batchRequests } from './load/requests.ts';
import { ingestReport } from './report/ingest-report.ts';
import type { Step } from './report/progress.ts';
import type { Report } from './report/report.ts';
import { bundle } from './workerd/bundle.ts';
import { type Served, serve } from './workerd/serve.ts';

const CONNECTIONS = 32;
const MOST_SECONDS = 10;
const SINGLE_REQUESTS = 60_000;
const BATCH_REQUESTS = 6_000;
export const BATCH_SIZE = 50;
export const FIXED_RATE = 250;
const FIXED_SECONDS = 20;

export interface IngestMeasurements {
  /** Of the disk under the objects' databases. */
  readonly syncs: number;
  readonly nullWorker: LoadResult;
  readonly single: LoadResult;
  readonly batches: LoadResult;
  readonly fixed: LoadResult;
  /** The null Worker at the same rate: what the machine makes requests wait for. */
  readonly nullFixed: LoadResult;
  /** Accepted and not yet counted when the fixed rate, and when single events as fast as can be, ended. */
  readonly pendingAfterFixed: number;
  readonly pendingAfterSingle: number;
}

/**
 * Requests per second of a null Worker and of the collector with its object, each alone in a bare workerd, over loopback.
 *
 * @param folder an existing empty one for the objects' databases
 */
export async function benchIngest(folder: string, step: Step): Promise<Report> {
  const [nullModule, ingestModule] = await step('Bundling', () =>
    Promise.all([bundle('null', join(folder, 'null')), bundle('ingest', join(folder, 'ingest'))]),
  );
  const ours = <Result>(name: string, work: (served: Served) => Promise<Result>) =>
    withWorker({ module: ingestModule, folder: join(folder, name), objectClass: 'BenchStore' }, work);
  const closed = { connections: CONNECTIONS, mostSeconds: MOST_SECONDS };

  const requests = batchRequests(SINGLE_REQUESTS, 1);
  // It is fast: the same ones again and again.
  const nullRequests = Array.from({ length: 5 }, () => requests).flat();
  const atFixedRate = { perSecond: FIXED_RATE, requests: requests.slice(0, FIXED_RATE * FIXED_SECONDS) };
  const { nullWorker, nullFixed } = await step('Null Worker', () =>
    withWorker(
      { module: nullModule, folder: join(folder, 'nothing'), objectClass: null },
      async ({ port }) => ({
        nullWorker: await loadClosed({ port, requests: nullRequests, ...closed }),
        nullFixed: await loadOpen({ port, ...atFixedRate }),
      }),
    ),
  );
  const { single, pendingAfterSingle } = await step('One event per request', () =>
    ours('single', async (served) => ({
      single: await loadClosed({ port: served.port, requests, ...closed }),
      pendingAfterSingle: await pendingOf(served),
    })),
  );
  const batches = await step(`Batches of ${BATCH_SIZE}`, () =>
    ours('batches', ({ port }) =>
      loadClosed({ port, requests: batchRequests(BATCH_REQUESTS, BATCH_SIZE), ...closed }),
    ),
  );
  const { fixed, pendingAfterFixed } = await step(`${FIXED_RATE} requests a second`, () =>
    ours('fixed', async (served) => ({
      fixed: await loadOpen({ port: served.port, ...atFixedRate }),
      pendingAfterFixed: await pendingOf(served),
    })),
  );
  const syncs = syncsPerSecond(folder);
  return ingestReport({
    syncs,
    nullWorker,
    nullFixed,
    single,
    batches,
    fixed,
    pendingAfterFixed,
    pendingAfterSingle,
  });
}

async function withWorker<Result>(
  worker: Parameters<typeof serve>[0],
  work: (served: Served) => Promise<Result>,
): Promise<Result> {
  const served = await serve(worker);
  try {
    return await work(served);
  } finally {
    await served.stop();
  }
}

async function pendingOf(served: Served): Promise<number> {
  const response = await fetch(`${served.origin}/status`);
  // Our own Worker, a file further.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return ((await response.json()) as StoreStatus).pendingBatches;
}
