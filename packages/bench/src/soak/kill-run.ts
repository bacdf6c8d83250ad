import { join } from 'node:path';
import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import { loadClosed } from '../load/load.ts';
import { batchRequests } from '../load/requests.ts';
import type { Step } from '../report/progress.ts';
import { amount, type TextTable } from '../report/report.ts';
import { median, percentile } from '../report/statistics.ts';
import { bundle } from '../workerd/bundle.ts';
import { post } from '../workerd/post.ts';
import { type Served, serve } from '../workerd/serve.ts';
import { expectedOf, numberedBatches } from './numbered-batches.ts';
import { requireEachOnce } from './require-each-once.ts';
import { loadUntilTaken, type ResendingResult } from './resending-load.ts';

const CAPACITY_SECONDS = 4;
const CAPACITY_CONNECTIONS = 32;
/** More than the object lets wait, so that it has to refuse some. */
const CONNECTIONS = 1500;
const REPEAT_EVERY = 20;
const PAUSE_MS = 500;
/** So many times the seconds asked for is time enough for a store that takes half of what comes. */
const PATIENCE = 30;

export interface KillRunOptions {
  /** How long batches become due. */
  readonly seconds: number;
  readonly kills: number;
}

/**
 * Sends a store twice what its object can take, kills workerd again and again meanwhile, and holds the store to what it
 * has acknowledged: each event is counted once.
 *
 * @param folder an existing empty one for the objects' databases
 * @throws naming what is missing or counted twice
 */
export async function killRun(options: KillRunOptions, folder: string, step: Step): Promise<TextTable> {
  const { seconds, kills } = options;
  const module = await step('Bundling', () => bundle('ingest', join(folder, 'ingest')));
  const start = (name: string) => serve({ module, folder: join(folder, name), objectClass: 'BenchStore' });
  const capacity = await step('What one object takes', () => capacityOf(() => start('capacity')));

  const perSecond = Math.round(2 * capacity);
  const batches = numberedBatches(perSecond * seconds);
  const restarts: number[] = [];
  let served = await start('store');
  const killAndRestart = async () => {
    const since = performance.now();
    await served.kill();
    served = await start('store');
    restarts.push(performance.now() - since);
  };
  try {
    const load = await step(`${amount(perSecond)} batches a second, ${kills} kills`, (progress) => {
      // In equal parts of what is to be taken: the first is not at the beginning, the last not at the end.
      const killAt = Array.from({ length: kills }, (_, kill) =>
        Math.round((batches.length * (kill + 1)) / (kills + 1)),
      );
      let killing = Promise.resolve();
      return loadUntilTaken({
        port: () => served.port,
        batches,
        perSecond,
        connections: CONNECTIONS,
        repeatEvery: REPEAT_EVERY,
        pauseMs: PAUSE_MS,
        mostSeconds: seconds * PATIENCE,
        progress: (taken) => {
          progress.show(taken / batches.length);
          if (taken === killAt[0]) {
            killAt.shift();
            killing = killing.then(killAndRestart);
          }
        },
      }).finally(() => killing);
    });
    const expected = expectedOf(batches.length);
    await step('Asking what was counted', () => requireEachOnce((query) => ask(served, query), expected));
    return tableOf({ capacity, seconds, restarts, load, orders: expected.orders });
  } finally {
    await served.stop();
  }
}

/** Batches of one event a second, as fast as answers come. */
async function capacityOf(start: () => Promise<Served>): Promise<number> {
  const served = await start();
  try {
    const { requests, seconds } = await loadClosed({
      port: served.port,
      connections: CAPACITY_CONNECTIONS,
      requests: batchRequests(100_000, 1),
      mostSeconds: CAPACITY_SECONDS,
    });
    return requests / seconds;
  } finally {
    await served.stop();
  }
}

async function ask(served: Served, query: StatsQuery): Promise<StatsAnswer> {
  const [answer] = await post<StatsAnswer[]>(`${served.origin}/query`, query);
  if (!answer) throw new Error('The store has no answer');
  return answer;
}

function tableOf(run: {
  readonly capacity: number;
  readonly seconds: number;
  readonly restarts: readonly number[];
  readonly load: ResendingResult;
  readonly orders: number;
}): TextTable {
  const { capacity, seconds, restarts, load, orders } = run;
  const answered = (status: number) => amount(load.answers.get(status) ?? 0);
  return {
    title: 'Twice what one object takes, killed in the middle',
    head: ['what', 'figure'],
    rows: [
      ['one object takes, batches a second', amount(capacity)],
      ['due a second, twice that', amount(2 * capacity)],
      ['for seconds', amount(seconds)],
      ['until all were taken, seconds', amount(load.seconds)],
      ['SIGKILL to workerd', String(restarts.length)],
      ['until it listened again, ms', restarts.map(amount).join(' · ')],
      ['connections lost or refused', answered(0)],
      ['refused for now, 503', answered(503)],
      ['taken and sent once more', amount(load.repeated)],
      ['of these, answered otherwise', amount(load.contradicted)],
      ['from due to taken, median ms', amount(median(load.times))],
      ['from due to taken, longest ms', amount(percentile(load.times, 1))],
      ['acknowledged, and counted once: page views', amount(load.times.length)],
      ['acknowledged, and counted once: orders', amount(orders)],
    ],
  };
}
