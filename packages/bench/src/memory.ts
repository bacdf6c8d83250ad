import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { queryOf, startLayerkick } from './engines/layerkick.ts';
import { firstScreen } from './questions/first-screen.ts';
import { QUESTIONS } from './questions/questions.ts';
import { SELECTIONS } from './questions/selection.ts';
import { memoryOf } from './workerd/process-usage.ts';

/** Asked so often, so that what is kept from question to question has come to an end of growing. */
const TIMES = 4;

/** Bytes, while the same questions are asked. */
export interface AnsweringMemory {
  /** The most that is in use in the isolate of the object, heap and arrays, after any of them. */
  readonly isolate: number;
  /** Resident at most in the whole process; null where the system does not tell. */
  readonly process: number | null;
}

export interface MemoryMeasurements {
  readonly full: AnsweringMemory;
  /** Of an object without any events. */
  readonly empty: AnsweringMemory;
}

/**
 * What the object of a store takes of memory, beside one of an empty store: in workerds of their own, since looking takes
 * time.
 *
 * @param folder of a store that nothing else has open
 */
export async function measureMemory(folder: string): Promise<MemoryMeasurements> {
  const nothing = join(folder, 'nothing');
  mkdirSync(nothing);
  return { empty: await measure(nothing), full: await measure(folder) };
}

async function measure(folder: string): Promise<AnsweringMemory> {
  const store = await startLayerkick(folder, { isInspected: true });
  try {
    let isolate = 0;
    for (let time = 0; time < TIMES; time += 1) {
      for (const selection of SELECTIONS) {
        const questions = QUESTIONS.map((question) => [queryOf(question, selection)]);
        for (const queries of [firstScreen(selection), ...questions]) {
          await store.askTogether(queries, 1);
          const { heap, buffers } = await store.memoryInUse();
          isolate = Math.max(isolate, heap + buffers);
        }
      }
    }
    return { isolate, process: memoryOf(store.pid())?.peak ?? null };
  } finally {
    await store.close();
  }
}
