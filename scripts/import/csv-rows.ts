import { createReadStream, existsSync, statSync } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import { CommandError } from '../run/command.ts';

export interface CsvRow {
  /** Counted from 1, with the headings. */
  readonly line: number;
  readonly cells: readonly string[];
  /** How much of the file has been read, 0 to 1. */
  readonly fraction: number;
}

/**
 * Streams the rows of a CSV file (UTF-8, with or without a byte-order mark), the headings first. Gzip is recognised by
 * its name. Cells are trimmed, empty lines left out.
 *
 * @throws {CommandError} where the file is missing, is not what its name says, or a quote never closes
 */
export async function* csvRows(path: string): AsyncGenerator<CsvRow> {
  if (!existsSync(path) || !statSync(path).isFile()) throw new CommandError(`There is no file ${path}.`);
  const size = Math.max(1, statSync(path).size);
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const parser = parse({
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  const streams = path.endsWith('.gz') ? [file, createGunzip(), parser] : [file, parser];
  // Errors of every stream arrive at the last one, where the loop below meets them.
  pipeline(streams as unknown as [Readable, typeof parser], () => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      yield { line: info.lines, cells: record, fraction: file.bytesRead / size };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CommandError(`${path}: ${error.message}`, { cause: error });
    if (isZlibError(error)) throw new CommandError(`${path} is not a whole gzip file.`, { cause: error });
    throw error;
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
