import type { TableRecord } from './table.ts';

/** Lines of a CSV file (RFC 4180) with a header. What is not known is empty. */
export async function* csvLines(
  columns: readonly string[],
  records: AsyncIterable<TableRecord>,
): AsyncGenerator<string> {
  yield `${columns.join(',')}\r\n`;
  for await (const record of records) {
    yield `${columns.map((column) => field(record[column] ?? null)).join(',')}\r\n`;
  }
}

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Anybody can put words into a store's figures, by a link with a campaign in it. A spreadsheet takes these for a
 * formula; an apostrophe in front makes it text (OWASP, CSV injection).
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
