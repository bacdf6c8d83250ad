import { createReadStream, existsSync, statSync } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type CsvRow, csvRows } from '../../packages/cf-app/src/features/imports/csv-rows.ts';
import { FileProblem } from '../../packages/cf-app/src/features/imports/file-problem.ts';
import { CommandError } from '../run/command.ts';

/**
 * Streams the rows of a CSV file of this machine. Gzip is recognised by its name.
 *
 * @throws {CommandError} where the file is missing, is not what its name says, or a quote never closes
 */
export async function* csvFile(path: string): AsyncGenerator<CsvRow> {
  if (!existsSync(path) || !statSync(path).isFile()) throw new CommandError(`There is no file ${path}.`);
  const size = Math.max(1, statSync(path).size);
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  // Errors of the file arrive at what unpacks it, where its reader meets them.
  const bytes: Readable = path.endsWith('.gz') ? pipeline(file, createGunzip(), () => {}) : file;
  try {
    yield* csvRows(bytes, () => file.bytesRead / size);
  } catch (error) {
    if (error instanceof FileProblem) throw new CommandError(`${path}: ${error.message}`, { cause: error });
    if (isZlibError(error)) throw new CommandError(`${path} is not a whole gzip file.`, { cause: error });
    throw error;
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
