import type { StoreSettings } from '@layerkick/stats/store';
import { csvRows } from './csv-rows.ts';
import { fileBytes } from './file-bytes.ts';
import { recordOrders } from './imports.functions.ts';
import { ImportStopped } from './import-stopped.ts';
import { type ImportReport, importOrders } from './orders/import-orders.ts';
import { exportFor, KNOWN_EXPORTS } from './orders/known-exports.ts';
import { exportOf } from './orders/layout-export.ts';
import type { OrderLayout } from './orders/order-layout.ts';

export interface Upload {
  readonly file: File;
  readonly store: StoreSettings;
  /** Which column is what, for a file that is no known export. */
  readonly layout: OrderLayout | null;
  /** Aborted when the person stops it. */
  readonly signal: AbortSignal;
  readonly onProgress: (rows: number, fraction: number) => void;
}

/**
 * Reads a file of orders here, in the browser, and sends what it says of orders: names and addresses of customers never leave the
 * machine that has the file.
 *
 * @throws {FileProblem} for what is wrong with the file
 * @throws {ImportStopped} when it was aborted, or the store refused
 */
export function uploadOrders({ file, store, layout, signal, onProgress }: Upload): Promise<ImportReport> {
  const { bytes, fraction } = fileBytes(file);
  const exports = layout === null ? KNOWN_EXPORTS : [exportOf(layout)];
  return importOrders({
    store,
    rows: csvRows(bytes, fraction),
    exportFor: (headings) => exportFor(exports, headings),
    now: Date.now(),
    record: async (entries) => {
      if (signal.aborted) throw new ImportStopped(null);
      const answer = await recordOrders({ data: { slug: store.slug, entries: [...entries] } });
      if (!answer.ok) throw new ImportStopped(answer);
      return answer;
    },
    onProgress: ({ rows }, done) => onProgress(rows, done),
  });
}
