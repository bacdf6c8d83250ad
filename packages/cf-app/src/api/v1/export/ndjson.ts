import type { TableRecord } from './table.ts';

/** One JSON object per line, by column; a label is left out where there is none. */
export async function* ndjsonLines(
  _columns: readonly string[],
  records: AsyncIterable<TableRecord>,
): AsyncGenerator<string> {
  for await (const { label, ...record } of records) {
    yield `${JSON.stringify(label == null ? record : { ...record, label })}\n`;
  }
}
