import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { times, type Work } from './cost.ts';
import { startLayerkick } from './engines/layerkick.ts';
import { loadOpen } from './load/load.ts';
import { batchRequests } from './load/requests.ts';
import { firstScreen } from './questions/first-screen.ts';
import { SELECTIONS } from './questions/selection.ts';
import { type CostMeasurements, costReport } from './report/cost-report.ts';
import type { Step } from './report/progress.ts';
import type { Report } from './report/report.ts';
import { bundle } from './workerd/bundle.ts';
import type { ObjectUsage } from './workerd/object-usage.ts';
import { post } from './workerd/post.ts';
import { cpuMsOf } from './workerd/process-usage.ts';
import { serve } from './workerd/serve.ts';

/** Of the tracker, on average. */
const EVENTS_PER_BATCH = 3;
/** How busy the object is meanwhile: an active object is billed by the second. */
const BATCHES_PER_SECOND = 250;
const BATCHES = 15_000;
const SCREENS = 10;

/**
 * Counts what events and first screens take of everything that is billed.
 *
 * @param events of the store whose first screen is asked for
 * @param folder an existing empty one for the databases
 */
export async function benchCost(events: number, folder: string, step: Step): Promise<Report> {
  const ingest = await step('Collecting, counting and archiving', () => countIngest(join(folder, 'ingest')));
  const screens = await step(`First screens of ${events.toLocaleString('en')} events`, (progress) =>
    countScreens(events, join(folder, 'screens'), (loaded) => progress.show(loaded / events)),
  );
  return costReport({ events, ingest, screens });
}

async function countIngest(folder: string): Promise<CostMeasurements['ingest']> {
  const module = await bundle('ingest', folder);
  const served = await serve({ module, folder, objectClass: 'CountedStore' });
  try {
    const before = cpuOf(served.pid);
    // At the rate it is said of: how much is written together depends on it.
    const { requests } = await loadOpen({
      port: served.port,
      perSecond: BATCHES_PER_SECOND,
      requests: batchRequests(BATCHES, EVENTS_PER_BATCH),
    });
    await post(`${served.origin}/settle`);
    const cpuMs = cpuOf(served.pid) - before;
    const usage = await post<ObjectUsage>(`${served.origin}/usage`);
    const perMillion = 1_000_000 / (requests * EVENTS_PER_BATCH);
    const work = {
      requests,
      cpuMs,
      objectRequests: requests + usage.alarms,
      objectSeconds: requests / BATCHES_PER_SECOND,
      rowsWritten: usage.rowsWritten,
      rowsRead: usage.rowsRead,
      archivePuts: usage.archivePuts,
    };
    return {
      work: times(work, perMillion),
      archiveBytes: usage.archiveBytes * perMillion,
      eventsPerBatch: EVENTS_PER_BATCH,
      batchesPerSecond: BATCHES_PER_SECOND,
    };
  } finally {
    await served.stop();
  }
}

async function countScreens(
  events: number,
  folder: string,
  onProgress: (loaded: number) => void,
): Promise<CostMeasurements['screens']> {
  mkdirSync(folder);
  const store = await startLayerkick(folder, { objectClass: 'CountedStore' });
  try {
    await store.load(events, onProgress);
    const [selection] = SELECTIONS;
    if (!selection) throw new Error('There is nothing to ask about');
    const ask = async (isCold: boolean): Promise<Work> => {
      const before = cpuOf(store.pid());
      let rowsRead = 0;
      for (let asked = 0; asked < SCREENS; asked += 1) {
        if (isCold) await store.restart();
        const known = isCold ? 0 : await store.rowsRead();
        await store.askTogether(firstScreen(selection), 1);
        rowsRead += (await store.rowsRead()) - known;
      }
      const cpuMs = cpuOf(store.pid()) - before;
      const work = {
        requests: SCREENS,
        cpuMs,
        objectRequests: SCREENS,
        objectSeconds: cpuMs / 1000,
        rowsWritten: 0,
        rowsRead,
        archivePuts: 0,
      };
      return times(work, 1000 / SCREENS);
    };
    return { cold: await ask(true), warm: await ask(false) };
  } finally {
    await store.close();
  }
}

/** @throws where the system does not tell: a cost without its CPU time would be too low without a word */
function cpuOf(pid: number): number {
  const cpuMs = cpuMsOf(pid);
  if (cpuMs === null) throw new Error('This system does not tell the CPU time of a process; Linux does.');
  return cpuMs;
}
