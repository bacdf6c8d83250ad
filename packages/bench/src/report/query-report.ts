import type { Asked, Engine } from '../engines/engine.ts';
import type { MemoryMeasurements } from '../memory.ts';
import type { Question } from '../questions/questions.ts';
import { type Selection, SELECTIONS } from '../questions/selection.ts';
import { amount, type Figure, type Report, type TextTable } from './report.ts';
import { sizeName } from './size-name.ts';

const MILLION = 1_000_000;

/** To be reached. */
const RATIO_TO_DUCKDB = 0.15;
const MEMORY_TARGET = 100e6;
const SCREEN_TARGETS_MS: Readonly<Record<number, number>> = { [MILLION]: 30, [5 * MILLION]: 120 };

/** Medians, in ms, of one question asked about one selection. */
export interface Timing {
  readonly question: Question;
  readonly selection: Selection;
  readonly warm: Readonly<Record<Engine['name'], number>>;
  /** The first question after a restart. */
  readonly cold: Readonly<Record<Engine['name'], number>>;
  /** By ours when cold: warm, it has read everything before. */
  readonly read: Asked['read'];
}

export interface ScreenTiming {
  readonly selection: Selection;
  readonly warm: number;
  readonly cold: number;
  /** Read from the database when cold. */
  readonly rows: number;
  readonly bytes: number;
}

export interface QueryMeasurements {
  readonly events: number;
  readonly rounds: number;
  readonly timings: readonly Timing[];
  readonly screens: readonly ScreenTiming[];
  readonly memory: MemoryMeasurements;
}

export function queryReport({ events, rounds, timings, screens, memory }: QueryMeasurements): Report {
  const size = sizeName(events);
  const figures: Record<string, Figure> = {};
  const add = (key: string, value: number, unit: string, target: number | null = null) => {
    figures[`${size}/${key}`] = { value, unit, target, better: 'lower' };
  };
  for (const { id } of SELECTIONS) {
    const ofSelection = timings.filter(({ selection }) => selection.id === id);
    for (const temperature of ['warm', 'cold'] as const) {
      const sum = (engine: keyof Timing['warm']) =>
        ofSelection.reduce((total, timing) => total + timing[temperature][engine], 0);
      const target = temperature === 'warm' ? RATIO_TO_DUCKDB : null;
      add(
        `${id}/six questions/${temperature}/ratio to duckdb`,
        sum('layerkick') / sum('duckdb'),
        '×',
        target,
      );
      add(`${id}/six questions/${temperature}/ratio to sqlite`, sum('layerkick') / sum('sqlite'), '×');
    }
    for (const { question, warm, cold, read } of ofSelection) {
      for (const [engine, ms] of Object.entries(warm)) add(`${id}/${question.id}/warm/${engine}`, ms, 'ms');
      for (const [engine, ms] of Object.entries(cold)) add(`${id}/${question.id}/cold/${engine}`, ms, 'ms');
      if (read) add(`${id}/${question.id}/cold/rows read`, read.rows, 'rows');
      if (read) add(`${id}/${question.id}/cold/bytes read`, read.bytes, 'bytes');
    }
  }
  for (const { selection, warm, cold, rows, bytes } of screens) {
    add(`${selection.id}/first screen/warm`, warm, 'ms', SCREEN_TARGETS_MS[events] ?? null);
    add(`${selection.id}/first screen/cold`, cold, 'ms');
    add(`${selection.id}/first screen/cold/rows read`, rows, 'rows');
    add(`${selection.id}/first screen/cold/bytes read`, bytes, 'bytes');
  }
  add('memory/object while answering', memory.full.isolate, 'bytes', MEMORY_TARGET);
  add('memory/object of an empty store', memory.empty.isolate, 'bytes');
  if (memory.full.process !== null && memory.empty.process !== null) {
    add('memory/workerd while answering, peak', memory.full.process, 'bytes');
    add('memory/workerd with an empty store, peak', memory.empty.process, 'bytes');
  }
  return {
    name: `query-${size}`,
    rounds,
    figures,
    tables: [
      ...SELECTIONS.map(({ id }) => questionTable(id, size, timings)),
      screenTable(
        `First screen, ${size} events: twelve panels with comparison in one call, p50 in ms`,
        screens,
      ),
    ],
  };
}

function questionTable(id: string, size: string, timings: readonly Timing[]): TextTable {
  return {
    title: `Six questions, ${size} events, ${id}: p50 in ms, warm (cold)`,
    head: ['question', 'ours', 'DuckDB', 'SQLite', 'ours ÷ DuckDB', 'rows read, cold', 'bytes read, cold'],
    rows: timings
      .filter(({ selection }) => selection.id === id)
      .map(({ question, warm, cold, read }) => [
        question.id,
        ...(['layerkick', 'duckdb', 'sqlite'] as const).map(
          (engine) => `${amount(warm[engine])} (${amount(cold[engine])})`,
        ),
        amount(warm.layerkick / warm.duckdb),
        read ? amount(read.rows) : '',
        read ? amount(read.bytes) : '',
      ]),
  };
}

export function screenTable(title: string, screens: readonly ScreenTiming[]): TextTable {
  return {
    title,
    head: ['selection', 'warm', 'cold', 'rows read, cold', 'bytes read, cold'],
    rows: screens.map(({ selection, warm, cold, rows, bytes }) => [
      selection.id,
      ...[warm, cold, rows, bytes].map(amount),
    ]),
  };
}
