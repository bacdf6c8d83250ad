import { join } from 'node:path';
import { openDuckdb } from './engines/duckdb.ts';
import type { Asked, Engine } from './engines/engine.ts';
import { type AskedTogether, type Layerkick, startLayerkick } from './engines/layerkick.ts';
import { openSqlite } from './engines/sqlite.ts';
import { measureMemory } from './memory.ts';
import { firstScreen } from './questions/first-screen.ts';
import { type Question, QUESTIONS } from './questions/questions.ts';
import { type Selection, SELECTIONS } from './questions/selection.ts';
import { difference } from './questions/table.ts';
import type { Step } from './report/progress.ts';
import { queryReport, type ScreenTiming, type Timing } from './report/query-report.ts';
import type { Report } from './report/report.ts';
import { median } from './report/statistics.ts';

const COLD_ROUNDS = 5;

/**
 * Asks ours, DuckDB and SQLite the six questions about the same events, side by side.
 *
 * @param folder an existing empty one for the databases
 * @param rounds timed per question, when warm
 * @throws when any two answers differ: then no time counts
 */
export async function benchQuery(
  events: number,
  rounds: number,
  folder: string,
  step: Step,
): Promise<Report> {
  const times = await measureTimes(events, rounds, folder, step);
  const memory = await step('Memory', () => measureMemory(folder));
  return queryReport({ events, rounds, ...times, memory });
}

async function measureTimes(events: number, rounds: number, folder: string, step: Step) {
  const ours = await step('Starting workerd', () => startLayerkick(folder));
  const engines: Engine[] = [ours];
  try {
    engines.push(await openDuckdb(join(folder, 'duckdb.db')), openSqlite(join(folder, 'sqlite.db')));
    for (const engine of engines) {
      await step(`Loading ${events.toLocaleString('en')} events into ${engine.name}`, (progress) =>
        engine.load(events, (loaded) => progress.show(loaded / events)),
      );
    }
    await step('Comparing answers', () => compareAnswers(engines));
    const screens = await step('First screen', () => timeScreens(ours, rounds));
    const timings = await step('Six questions', (progress) => timeQuestions(engines, rounds, progress));
    return { screens, timings };
  } finally {
    for (const engine of engines) await engine.close();
  }
}

/** @throws at the first difference */
export async function compareAnswers(engines: readonly Engine[]): Promise<void> {
  for (const { question, selection } of everyQuestion()) {
    const [ours, ...others] = await Promise.all(
      engines.map(async (engine) => ({ engine, ...(await engine.ask(question, selection, 1)) })),
    );
    for (const other of others) {
      const found = ours && difference(ours.table, other.table);
      if (found) {
        const asked = `${question.id}, ${selection.id}`;
        throw new Error(`${ours.engine.name} and ${other.engine.name} differ about ${asked}: ${found}`);
      }
    }
  }
}

async function timeQuestions(
  engines: readonly Engine[],
  rounds: number,
  progress: { show(fraction: number): void },
): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (const { question, selection } of everyQuestion()) {
    const [warm, cold] = [
      { layerkick: 0, duckdb: 0, sqlite: 0 },
      { layerkick: 0, duckdb: 0, sqlite: 0 },
    ];
    let read: Asked['read'] = null;
    for (const engine of engines) {
      const firsts: number[] = [];
      while (firsts.length < COLD_ROUNDS) {
        await engine.restart();
        const first = await engine.ask(question, selection, 1);
        firsts.push(...first.times);
        read ??= first.read;
      }
      cold[engine.name] = median(firsts);
      const asked = await engine.ask(question, selection, rounds);
      warm[engine.name] = median(asked.times);
    }
    timings.push({ question, selection, warm, cold, read });
    progress.show(timings.length / (QUESTIONS.length * SELECTIONS.length));
  }
  return timings;
}

export async function timeScreens(ours: Layerkick, rounds: number): Promise<ScreenTiming[]> {
  const screens: ScreenTiming[] = [];
  for (const selection of SELECTIONS) {
    const firsts: number[] = [];
    let answers: AskedTogether['answers'] = [];
    while (firsts.length < COLD_ROUNDS) {
      await ours.restart();
      const first = await ours.askTogether(firstScreen(selection), 1);
      firsts.push(...first.times);
      answers = first.answers;
    }
    screens.push({
      selection,
      warm: median((await ours.askTogether(firstScreen(selection), rounds)).times),
      cold: median(firsts),
      rows: answers.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
      bytes: answers.reduce((sum, { bytesRead }) => sum + bytesRead, 0),
    });
  }
  return screens;
}

function everyQuestion(): { question: Question; selection: Selection }[] {
  return SELECTIONS.flatMap((selection) => QUESTIONS.map((question) => ({ question, selection })));
}
