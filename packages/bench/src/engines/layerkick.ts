import type { ReceivedBatch } from '@layerkick/stats/event';
import type { StatsAnswer, StatsQuery } from '@layerkick/stats/query';
import type { StoreStatus } from '@layerkick/stats/store-stats-rpc';
import { batchesOf } from '../history/batches.ts';
import { history } from '../history/history.ts';
import type { Question } from '../questions/questions.ts';
import { NOW, type Selection } from '../questions/selection.ts';
import { bundle } from '../workerd/bundle.ts';
import type { ObjectUsage } from '../workerd/object-usage.ts';
import { type IsolateMemory, isolateMemory } from '../workerd/isolate-memory.ts';
import { post } from '../workerd/post.ts';
import { serve } from '../workerd/serve.ts';
import type { Engine } from './engine.ts';

const BATCHES_PER_CALL = 500;

/** The product's own object in workerd. */
export interface Layerkick extends Engine {
  /** Of the workerd that runs it. */
  pid(): number;
  /** Several questions in one call, `rounds` times. */
  askTogether(queries: readonly StatsQuery[], rounds: number): Promise<AskedTogether>;
  /** Of the object, after what nobody needs was thrown away; where it `isInspected`. */
  memoryInUse(): Promise<IsolateMemory>;
  /** Rows that a `CountedStore` read since it started. */
  rowsRead(): Promise<number>;
}

export interface AskedTogether {
  /** Milliseconds of each round, from before the call of the object's method to after it, inside workerd. */
  readonly times: readonly number[];
  readonly answers: readonly StatsAnswer[];
}

interface LayerkickOptions {
  /** `CountedStore` to know the rows that it reads; then times are longer. */
  readonly objectClass?: 'BenchStore' | 'CountedStore';
  /** How many objects the store has. */
  readonly shards?: number;
  readonly isInspected?: boolean;
}

export async function startLayerkick(
  folder: string,
  { objectClass = 'BenchStore', shards = 1, isInspected = false }: LayerkickOptions = {},
): Promise<Layerkick> {
  const module = await bundle('store', folder);
  const start = () => serve({ module, folder, objectClass, isInspected });
  let served = await start();
  const call = <Answer>(path: string, body?: unknown) =>
    post<Answer>(`${served.origin}${path}?shards=${shards}`, body);
  const askTogether = (queries: readonly StatsQuery[], rounds: number) =>
    call<AskedTogether>('/ask', { queries, rounds, now: NOW });
  return {
    name: 'layerkick',
    pid: () => served.pid,
    async load(events, onProgress) {
      await load(call, events, onProgress);
      await call('/close');
      // What loading took of memory is not what answering takes.
      await served.stop();
      served = await start();
    },
    askTogether,
    async ask(question, selection, rounds) {
      const { times, answers } = await askTogether([queryOf(question, selection)], rounds);
      const [answer] = answers;
      if (!answer) throw new Error('One answer per question');
      return {
        table: question.tableOf(answer),
        times,
        read: { rows: answer.rowsRead, bytes: answer.bytesRead },
      };
    },
    async restart() {
      await call('/restart');
    },
    async memoryInUse() {
      if (served.inspectorPort === null) throw new Error('Nobody asked for an inspector');
      await call('/clear-up');
      return isolateMemory(served.inspectorPort);
    },
    rowsRead: async () => (await call<ObjectUsage>('/usage')).rowsRead,
    bytes: async () => (await call<StoreStatus>('/status')).bytes,
    close: () => served.stop(),
  };
}

/** Asked about a selection. */
export function queryOf({ query }: Question, { range, filters }: Selection): StatsQuery {
  return { ...query, range, filters: [...filters] };
}

type Call = (path: string, body?: unknown) => Promise<unknown>;

/** Appends and, now and then, has it counted: both as in production, only without a pause. */
async function load(call: Call, events: number, onProgress: (events: number) => void): Promise<void> {
  await call('/grow');
  let [loaded, batches]: [number, ReceivedBatch[]] = [0, []];
  const send = async () => {
    await call('/append', batches);
    await call('/ask', { queries: [], rounds: 1, now: NOW });
    for (const batch of batches) loaded += batch.events.length;
    batches = [];
    onProgress(loaded);
  };
  for (const visit of history(events)) {
    batches.push(...batchesOf(visit, 50));
    if (batches.length >= BATCHES_PER_CALL) await send();
  }
  if (batches.length > 0) await send();
}
