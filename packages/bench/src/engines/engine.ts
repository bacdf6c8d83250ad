import type { Question } from '../questions/questions.ts';
import type { Selection } from '../questions/selection.ts';
import type { Table } from '../questions/table.ts';

/** One of the databases that are asked the same questions about the same events. */
export interface Engine {
  readonly name: 'layerkick' | 'duckdb' | 'sqlite';
  /** Writes the history. `onProgress` is told how many events are in. */
  load(events: number, onProgress: (events: number) => void): Promise<void>;
  /** Asks once or, where there are more `rounds`, so many times after a few that are not timed. */
  ask(question: Question, selection: Selection, rounds: number): Promise<Asked>;
  /** Lets go of everything that is in its own memory, so that the next question is the first one. */
  restart(): Promise<void>;
  /** What it takes on disk. */
  bytes(): Promise<number>;
  close(): Promise<void>;
}

export interface Asked {
  readonly table: Table;
  /** Milliseconds of each round. */
  readonly times: readonly number[];
  /** Of one round; null where the engine does not tell. */
  readonly read: { readonly rows: number; readonly bytes: number } | null;
}
