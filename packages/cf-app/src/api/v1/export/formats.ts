import { csvLines } from './csv.ts';
import { ndjsonLines } from './ndjson.ts';
import { streamOf } from './stream.ts';
import type { TableRecord } from './table.ts';

const FORMATS = {
  csv: { lines: csvLines, mediaType: 'text/csv; charset=utf-8; header=present' },
  ndjson: { lines: ndjsonLines, mediaType: 'application/x-ndjson' },
} as const;

/** A table as the file that somebody asked for. */
export function tableStream(
  format: keyof typeof FORMATS,
  columns: readonly string[],
  records: AsyncIterable<TableRecord>,
): { readonly mediaType: string; readonly body: ReadableStream<Uint8Array> } {
  const { lines, mediaType } = FORMATS[format];
  return { mediaType, body: streamOf(lines(columns, records)) };
}
