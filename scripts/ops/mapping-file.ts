import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { csvFile } from '../import/csv-file.ts';
import { CommandError } from '../run/command.ts';

/** One line of a file: this person sees this store. */
export interface MappingRow {
  readonly line: number;
  readonly user: string;
  readonly store: string;
}
export interface Mapping {
  readonly user: string;
  readonly stores: readonly string[];
}

/** `csv`: `user,store`, a row each. `kv`: what `wrangler kv bulk put` reads, an entry per person. */
export type MappingFormat = 'csv' | 'kv';
const KEY_PREFIX = 'user-store:';

export function mappingFormat(chosen: string | undefined, file: string): MappingFormat {
  const format = chosen ?? (file.endsWith('.json') ? 'kv' : 'csv');
  if (format === 'csv' || format === 'kv') return format;
  throw new CommandError(`--format is csv or kv, not ${format}.`);
}

/** The text of a file in that form. */
export function writeMappings(mappings: readonly Mapping[], format: MappingFormat): string {
  if (format === 'csv') {
    // Neither user ids nor slugs have a character that a CSV file would have to quote.
    return [
      'user,store',
      ...mappings.flatMap(({ user, stores }) => stores.map((store) => `${user},${store}`)),
      '',
    ].join('\n');
  }
  const entries = mappings.map(({ user, stores }) => ({
    key: KEY_PREFIX + user,
    value: JSON.stringify(stores),
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

/** The rows of a file, with their lines; of the KV form, `line` is the entry's place, from 1. @throws {CommandError} */
export async function readMappings(path: string, format: MappingFormat): Promise<MappingRow[]> {
  return format === 'csv' ? readCsv(path) : readKv(path);
}

async function readCsv(path: string): Promise<MappingRow[]> {
  const rows: MappingRow[] = [];
  let columns: { user: number; store: number } | null = null;
  for await (const { line, cells } of csvFile(path)) {
    if (columns === null) {
      const headings = cells.map((cell) => cell.toLowerCase());
      columns = { user: headings.indexOf('user'), store: headings.indexOf('store') };
      if (columns.user < 0 || columns.store < 0) {
        throw new CommandError(`${path}: line ${line} has to name the columns user and store.`);
      }
    } else {
      rows.push({ line, user: cells[columns.user] ?? '', store: cells[columns.store] ?? '' });
    }
  }
  return rows;
}

const bulk = z.array(z.looseObject({ key: z.string(), value: z.string() }));
const slugs = z.array(z.string());

function readKv(path: string): MappingRow[] {
  const parsed = bulk.safeParse(jsonOf(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new CommandError(
      `${path}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'cannot be read'}.`,
    );
  }
  return parsed.data.flatMap(({ key, value }, index) => {
    const line = index + 1;
    const user = key.startsWith(KEY_PREFIX) ? key.slice(KEY_PREFIX.length) : '';
    const stores = slugs.safeParse(parseOrNull(value)).data;
    // What is no list is refused as the store that it does not name.
    return (stores ?? ['']).map((store) => ({ line, user, store }));
  });
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new CommandError(`${path} is not there or is not JSON.`, { cause });
  }
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
