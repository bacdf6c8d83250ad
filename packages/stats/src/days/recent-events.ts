import type { Coded } from '../columns/coded.ts';
import type { Database } from '../database.ts';
import type { TimeZone } from '../time-zone.ts';
import { listBlocks, readBlocks } from './block-table.ts';

export interface RecentEvent {
  /** Epoch ms. */
  readonly at: number;
  /** Tells senders of one day apart. */
  readonly visitor: string;
  /** Who it was on the day before, just after midnight; '' where that is not known. */
  readonly prior: string;
  readonly name: string;
  readonly page: string;
  /** Why it is automated traffic; '' where it is a person's. */
  readonly bot: string;
}

/** What happened since then, epoch ms; at most what is of days that are not closed. In the order of time. */
export function recentEvents(db: Database, zone: TimeZone, since: number): RecentEvent[] {
  const day = zone.dayOf(since);
  const blocks = listBlocks(db).filter((block) => !block.tail && block.day >= day);
  return readBlocks(db, blocks)
    .flatMap((block) => {
      const rows = [...block.at.keys()].filter((row) => (block.at[row] ?? 0) >= since);
      if (rows.length === 0) return [];
      const [visitor, prior, name, page, bot] = [
        block.strings('visitor'),
        block.strings('prior'),
        block.strings('name'),
        block.strings('page'),
        block.strings('bot'),
      ];
      return rows.map((row) => ({
        at: block.at[row] ?? 0,
        visitor: stringOf(visitor, row),
        prior: stringOf(prior, row),
        name: stringOf(name, row),
        page: stringOf(page, row),
        bot: stringOf(bot, row),
      }));
    })
    .toSorted((a, b) => a.at - b.at);
}

function stringOf({ values, codes }: Coded, row: number): string {
  return values[codes[row] ?? 0] ?? '';
}
