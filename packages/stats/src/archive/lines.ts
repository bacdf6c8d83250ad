import { z } from 'zod';
import { type LedgerEntry, ledgerEntry } from '../orders/ledger-entry.ts';
import type { LoggedBatch } from '../log/logged-batch.ts';
import { importedDay } from '../imported-days/imported-day.ts';
import { currencyCode, storeSlug, timeZone } from '../store.ts';

/** A batch as the log has it: visitors are hashes, and nothing leads back to an address or a browser. */
const batchLine = z.object({
  type: z.literal('batch'),
  /** Its place in the log; ids of events come from it. */
  seq: z.int().min(1),
  batch: z.string(),
  /** Epoch ms. */
  received: z.int(),
  receipt: z.object({ accepted: z.int(), rejected: z.array(z.unknown()) }),
  content: z.custom<Omit<LoggedBatch, 'seq' | 'batch' | 'received'>>(hasEvents, 'not the content of a batch'),
});
export type BatchLine = z.output<typeof batchLine>;

/** An entry of the order ledger and when it became known. */
const entryLine = z.object({
  type: z.literal('entry'),
  seq: z.int().min(1),
  /** Epoch ms. */
  recorded: z.int(),
  /** The event that it came with. */
  event: z.int().nullable(),
  bot: z.string(),
  entry: z.custom<LedgerEntry>((value) => ledgerEntry.safeParse(value).success, 'not a ledger entry'),
});
export type EntryLine = z.output<typeof entryLine>;

/** What an export begins with. */
const storeLine = z.object({
  type: z.literal('store'),
  version: z.literal(1),
  slug: storeSlug,
  timeZone,
  currency: currencyCode,
});
export type StoreLine = z.output<typeof storeLine>;

/** What another program counted on a day. */
const importedDayLine = importedDay.extend({ type: z.literal('imported-day') });
export type ImportedDayLine = z.output<typeof importedDayLine>;

/** What an export ends with: one without it was stopped on the way. */
const endLine = z.object({
  type: z.literal('end'),
  batches: z.int().min(0),
  entries: z.int().min(0),
  /** Exports from before there were any do not say. */
  importedDays: z.int().min(0).default(0),
});
export type EndLine = z.output<typeof endLine>;

const line = z.discriminatedUnion('type', [storeLine, batchLine, entryLine, importedDayLine, endLine]);

/** A line of the archive or of an export. @throws {SyntaxError | z.ZodError} where it is none */
export function parseLine(text: string): z.output<typeof line> {
  return line.parse(JSON.parse(text));
}

export interface Line {
  readonly seq: number;
  readonly text: string;
}

function hasEvents(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'events' in value && Array.isArray(value.events);
}
