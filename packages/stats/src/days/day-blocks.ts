import { addDays } from '../calendar.ts';
import type { Database } from '../database.ts';
import { type BlockRow, readBlocks } from './block-table.ts';
import type { DayBlocks } from './visits-of-day.ts';

/** The blocks of a day and of its neighbours. */
export interface DayBlockRows {
  readonly before: readonly BlockRow[];
  readonly own: readonly BlockRow[];
  readonly after: readonly BlockRow[];
}

/** Out of all blocks. */
export function blockRowsOfDay(blocks: readonly BlockRow[], day: string): DayBlockRows {
  const [yesterday, tomorrow] = [addDays(day, -1), addDays(day, 1)];
  return {
    before: blocks.filter((block) => block.day === yesterday),
    own: blocks.filter((block) => block.day === day && !block.tail),
    after: blocks.filter((block) => block.day === tomorrow && !block.tail),
  };
}

export function readDayBlocks(db: Database, { before, own, after }: DayBlockRows): DayBlocks {
  return { before: readBlocks(db, before), own: readBlocks(db, own), after: readBlocks(db, after) };
}
