import type { LedgerEntry, LedgerReceipt } from '@layerkick/stats/orders/ledger-entry';
import type { StoreSettings } from '@layerkick/stats/store';
import { TimeZone } from '@layerkick/stats/time-zone';
import type { CsvRow } from '../csv-rows.ts';
import { FileProblem } from '../file-problem.ts';
import { Tally } from '../tally.ts';
import { OrderGroups } from './group-orders.ts';
import type { EntriesOfOrder, OrderExport, OrderGroup } from './order-export.ts';

const WINDOW_ROWS = 5_000;
const LINES_A_CALL = 5_000;
const ENTRIES_A_CALL = 1_000;

export interface ImportReport {
  rows: number;
  usedRows: number;
  readonly entries: Record<'sale' | 'cancellation' | 'adjustment', number>;
  /** Entries that the ledger had already. */
  duplicates: number;
  /** Minor units, of all entries in the store's currency whether new or not. */
  readonly totals: { gross: number; returns: number; adjustment: number };
  readonly unused: Tally;
  readonly remarks: Tally;
}

export interface OrderImport {
  readonly store: StoreSettings;
  readonly rows: AsyncIterable<CsvRow>;
  /** Chooses by the headings, or throws. */
  readonly exportFor: (headings: readonly string[]) => OrderExport;
  /** Epoch ms. */
  readonly now: number;
  readonly record: (entries: readonly LedgerEntry[]) => Promise<LedgerReceipt>;
  readonly onProgress: (report: ImportReport, fraction: number) => void;
}

/** Streams an export of order lines into a store's ledger. Every row is used or counted with the reason why not. */
export async function importOrders({
  store,
  rows,
  exportFor,
  now,
  record,
  onProgress,
}: OrderImport): Promise<ImportReport> {
  const report: ImportReport = {
    rows: 0,
    usedRows: 0,
    entries: { sale: 0, cancellation: 0, adjustment: 0 },
    duplicates: 0,
    totals: { gross: 0, returns: 0, adjustment: 0 },
    unused: new Tally(),
    remarks: new Tally(),
  };
  const context = { zone: TimeZone.of(store.timeZone), currency: store.currency, importedAt: now };
  const groups = new OrderGroups(WINDOW_ROWS);
  const outbox = new Outbox(record, report, store.currency);
  let source: OrderExport | undefined;
  let columns = new Map<string, number>();
  let fraction = 0;

  const take = async (complete: readonly OrderGroup[]) => {
    for (const group of complete) {
      if (source !== undefined) await outbox.add(source.entriesOf(group, context), group);
    }
  };

  for await (const { line, cells, fraction: read } of rows) {
    if (source === undefined) {
      source = exportFor(cells);
      columns = new Map(cells.map((heading, index) => [heading, index]));
      continue;
    }
    fraction = read;
    report.rows++;
    const reading =
      cells.length === columns.size
        ? source.readRow((heading) => cells[columns.get(heading) ?? -1] ?? '', context)
        : ({ ok: false, reason: `${cells.length} cells under ${columns.size} headings` } as const);
    if (!reading.ok) {
      report.unused.add(reading.reason, line);
      continue;
    }
    const complete = groups.add({ line, row: reading.row });
    if (complete === false)
      report.unused.add(`more than ${WINDOW_ROWS} rows away from the rest of its order`, line);
    else await take(complete);
    if (report.rows % 1_000 === 0) onProgress(report, fraction);
  }
  if (source === undefined) throw new FileProblem('empty', 'The file is empty.');
  await take(groups.end());
  await outbox.flush();
  onProgress(report, 1);
  return report;
}

/** Collects entries and records them in calls of a sensible size. */
class Outbox {
  readonly #record: OrderImport['record'];
  readonly #report: ImportReport;
  readonly #currency: string;
  #entries: LedgerEntry[] = [];
  #lines = 0;

  constructor(record: OrderImport['record'], report: ImportReport, currency: string) {
    this.#record = record;
    this.#report = report;
    this.#currency = currency;
  }

  async add(made: EntriesOfOrder, { rows }: OrderGroup): Promise<void> {
    if (!made.ok) {
      for (const { line } of rows) this.#report.unused.add(made.reason, line);
      return;
    }
    this.#report.usedRows += rows.length;
    for (const { line, row } of rows) if (row.remark !== null) this.#report.remarks.add(row.remark, line);
    if (made.remark !== null) this.#report.remarks.add(made.remark, rows[0].line);
    const foreign = made.entries.find(({ currency }) => currency !== this.#currency);
    if (foreign)
      this.#report.remarks.add(
        `in ${foreign.currency}, so listed apart from the figures in ${this.#currency}`,
        rows[0].line,
      );
    this.#entries.push(...made.entries);
    this.#lines += rows.length;
    if (this.#lines >= LINES_A_CALL || this.#entries.length >= ENTRIES_A_CALL) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#entries.length === 0) return;
    const { entries, totals } = this.#report;
    const { duplicates } = await this.#record(this.#entries);
    this.#report.duplicates += duplicates;
    for (const { kind, currency, gross, returns, adjustment } of this.#entries) {
      if (kind !== 'refund' && kind !== 'deletion') entries[kind]++;
      if (currency !== this.#currency) continue;
      totals.gross += gross;
      totals.returns += returns;
      totals.adjustment += adjustment;
    }
    this.#entries = [];
    this.#lines = 0;
  }
}
