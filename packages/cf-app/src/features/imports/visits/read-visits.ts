import type { ImportedDay, ImportedFrom } from '@layerkick/stats/imported-days/imported-day';
import type { CsvRow } from '../csv-rows.ts';
import { FileProblem } from '../file-problem.ts';
import { Tally } from '../tally.ts';
import { GA4_EXPORT } from './ga4-export.ts';
import { PLAUSIBLE_EXPORT } from './plausible-export.ts';
import { findColumns, type VisitsExport } from './visits-export.ts';

const EXPORTS: readonly VisitsExport[] = [PLAUSIBLE_EXPORT, GA4_EXPORT];
/** A day a row: more than any history has. */
const MOST_ROWS = 20_000;

export interface VisitsRead {
  readonly from: ImportedFrom;
  readonly rows: number;
  /** By day, each once. */
  readonly days: readonly ImportedDay[];
  readonly unused: Tally;
}

/**
 * Reads the first table of an export of visits, a row a day. What cannot be read is never guessed: it is counted with its reason.
 *
 * @throws {FileProblem}
 */
export async function readVisits(rows: AsyncIterable<CsvRow>): Promise<VisitsRead> {
  const days = new Map<string, ImportedDay>();
  const unused = new Tally();
  let table: Table | null = null;
  let firstDay: string | null = null;
  let count = 0;
  for await (const { line, cells } of rows) {
    const [first = ''] = cells;
    if (first.startsWith('#')) {
      // A second table says the same otherwise.
      if (table !== null) break;
      firstDay = startIn(cells.join(' ')) ?? firstDay;
      continue;
    }
    if (table === null) {
      table = tableOf(cells);
      continue;
    }
    if ((count += 1) > MOST_ROWS)
      throw new FileProblem('headings', 'The file has more rows than days can be.');
    const { columns, source } = table;
    const read = source.readDay((heading) => cells[columns.get(heading) ?? -1] ?? '', table.found, firstDay);
    if (!read.ok) unused.add(read.reason, line);
    else if (days.has(read.day.day)) unused.add('a day that was there before: export by date alone', line);
    else days.set(read.day.day, read.day);
  }
  if (table === null) throw new FileProblem('empty', 'The file is empty.');
  const inOrder = [...days.values()].toSorted((a, b) => a.day.localeCompare(b.day));
  return { from: table.source.from, rows: count, days: inOrder, unused };
}

interface Table {
  readonly source: VisitsExport;
  readonly found: NonNullable<ReturnType<typeof findColumns>>;
  readonly columns: ReadonlyMap<string, number>;
}

function tableOf(headings: readonly string[]): Table {
  for (const source of EXPORTS) {
    const found = findColumns(source, headings);
    if (found) return { source, found, columns: new Map(headings.map((heading, index) => [heading, index])) };
  }
  const needed = EXPORTS.map(
    ({ from, columns }) =>
      `${from} has ${Object.values(columns)
        .map((choices) => choices.join(' or '))
        .join(', ')}`,
  );
  throw new FileProblem('headings', `The headings fit no known export of visits: ${needed.join('; ')}.`);
}

/** `# Start date: 20240101` */
function startIn(comment: string): string | null {
  const [, year, month, day] = /Start date:\s*(\d{4})-?(\d{2})-?(\d{2})/i.exec(comment) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}
