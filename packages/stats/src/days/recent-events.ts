import type { Coded } from '../columns/coded.ts';
import type { Database } from '../database.ts';
import type { TimeZone } from '../time-zone.ts';
import { type BlockRow, listBlocks, readBlocks } from './block-table.ts';
import type { EventBlock } from './event-block.ts';

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

/** What has just happened. It is asked for every few seconds, so that it is remembered which blocks have nothing of it. */
export class RecentEvents {
  readonly #db: Database;
  readonly #zone: TimeZone;
  /** By block: its newest event, epoch ms, as long as it has so many events. */
  readonly #newest = new Map<number, { readonly events: number; readonly at: number }>();

  constructor(db: Database, zone: TimeZone) {
    this.#db = db;
    this.#zone = zone;
  }

  /** What happened since then, epoch ms; at most what is of days that are not closed. In the order of time. */
  since(time: number): RecentEvent[] {
    const day = this.#zone.dayOf(time);
    const blocks = listBlocks(this.#db).filter(
      (block) => !block.tail && block.day >= day && this.#mayHave(block, time),
    );
    return readBlocks(this.#db, blocks)
      .flatMap((block, place) => {
        this.#remember(blocks[place], block);
        return eventsSince(block, time);
      })
      .toSorted((a, b) => a.at - b.at);
  }

  /** After blocks were deleted: others may have their ids. */
  forget(): void {
    this.#newest.clear();
  }

  #mayHave({ id, events }: BlockRow, time: number): boolean {
    const known = this.#newest.get(id);
    return known?.events !== events || known.at >= time;
  }

  #remember(row: BlockRow | undefined, { at }: EventBlock): void {
    if (!row) return;
    this.#newest.set(row.id, {
      events: row.events,
      at: at.reduce((latest, one) => Math.max(latest, one), 0),
    });
  }
}

function eventsSince(block: EventBlock, time: number): RecentEvent[] {
  const rows = [...block.at.keys()].filter((row) => (block.at[row] ?? 0) >= time);
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
}

function stringOf({ values, codes }: Coded, row: number): string {
  return values[codes[row] ?? 0] ?? '';
}
