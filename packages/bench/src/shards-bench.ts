import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startLayerkick } from './engines/layerkick.ts';
import { timeScreens } from './query-bench.ts';
import { firstScreen } from './questions/first-screen.ts';
import { SELECTIONS } from './questions/selection.ts';
import type { Step } from './report/progress.ts';
import type { Report } from './report/report.ts';
import { shardsReport, type SpreadTiming } from './report/shards-report.ts';
import { forgetPeak, memoryOf } from './workerd/process-usage.ts';

/** How many objects the same store has. */
const OBJECTS = [1, 2, 7];

/**
 * The first screen of a store whose visitors are spread over several objects, beside that of the same store with one. All
 * objects are in one process, and share its memory and its processor.
 *
 * @param folder an existing empty one for the databases
 */
export async function benchShards(
  events: number,
  rounds: number,
  folder: string,
  step: Step,
): Promise<Report> {
  const timings: SpreadTiming[] = [];
  for (const objects of OBJECTS) {
    const timed = await step(`First screens of a store with ${objects} objects`, (progress) =>
      timeSpread(objects, events, rounds, join(folder, `${objects}`), (loaded) =>
        progress.show(loaded / events),
      ),
    );
    timings.push(timed);
  }
  return shardsReport({ events, rounds, timings });
}

async function timeSpread(
  objects: number,
  events: number,
  rounds: number,
  folder: string,
  onProgress: (loaded: number) => void,
): Promise<SpreadTiming> {
  mkdirSync(folder);
  const ours = await startLayerkick(folder, { shards: objects });
  try {
    await ours.load(events, onProgress);
    const idle = memoryOf(ours.pid());
    forgetPeak(ours.pid());
    for (const selection of SELECTIONS) await ours.askTogether(firstScreen(selection), rounds);
    const answering = memoryOf(ours.pid());
    const screens = await timeScreens(ours, rounds);
    return { objects, screens, memory: idle && answering && answering.peak - idle.now };
  } finally {
    await ours.close();
  }
}
