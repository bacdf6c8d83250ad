import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseLine } from '../../packages/stats/src/archive/lines.ts';
import { ExportIncompleteError } from '../../packages/stats/src/archive/restore.ts';

/** Writes an export as it comes. @throws {ExportIncompleteError} where it has no end or less lines than the end says */
export async function writeNdjson(
  path: string,
  lines: AsyncIterable<string>,
): Promise<{ batches: number; entries: number }> {
  let last = '';
  let count = 0;
  await pipeline(async function* () {
    for await (const line of lines) {
      last = line;
      count += 1;
      yield `${line}\n`;
    }
  }, createWriteStream(path));
  const end = last === '' ? null : parseLine(last);
  if (end?.type !== 'end' || count !== end.batches + end.entries + end.importedDays + 2) {
    throw new ExportIncompleteError('The export ends on the way');
  }
  return end;
}
