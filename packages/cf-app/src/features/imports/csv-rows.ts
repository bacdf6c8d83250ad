import { CsvError, parse } from 'csv-parse/browser/esm';
import { FileProblem } from './file-problem.ts';

export interface CsvRow {
  /** Counted from 1, with the headings. */
  readonly line: number;
  readonly cells: readonly string[];
  /** How much of the file has been read, 0 to 1. */
  readonly fraction: number;
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Streams the rows of a CSV file (UTF-8, with or without a byte-order mark), the headings first, in a browser as in Node. Cells are
 * trimmed, empty lines left out.
 *
 * @param fraction how much of the file has been read by now, 0 to 1
 * @throws {FileProblem} where a quote never closes; and what `bytes` throws
 */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  fraction: () => number,
): AsyncGenerator<CsvRow> {
  const parser = parse({ info: true, trim: true, skip_empty_lines: true, relax_column_count: true });
  let parsed: Parsed[] = [];
  let failure: Error | null = null;
  // The parser for browsers has events only, and passes on what it is given before it takes more.
  parser.on('data', (row: Parsed) => void parsed.push(row));
  parser.on('error', (error: Error) => void (failure = error));
  const ended = new Promise<void>((resolve) => parser.once('end', resolve).once('error', () => resolve()));
  const take = (): readonly Parsed[] => {
    if (failure) throw failure instanceof CsvError ? new FileProblem('unreadable', failure.message) : failure;
    const rows = parsed;
    parsed = [];
    return rows;
  };
  const rowOf = ({ record, info }: Parsed): CsvRow => ({
    line: info.lines,
    cells: record,
    fraction: fraction(),
  });

  // Drops the byte-order mark, too.
  const decoder = new TextDecoder();
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    await new Promise((resolve) => void parser.write(text, resolve));
    for (const row of take()) yield rowOf(row);
  }
  parser.end(decoder.decode());
  await ended;
  for (const row of take()) yield rowOf(row);
}
