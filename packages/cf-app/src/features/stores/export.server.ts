import { layOut, sqliteFile } from '@layerkick/stats/archive/sqlite/sqlite-export';
import { splitLines } from '@layerkick/stats/archive/split-lines';
import { z } from 'zod';
import { log } from '../../lib/log.server.ts';
import { auditStatement, type Change } from '../access/audit-log.server.ts';
import type { Store } from './store.schema.ts';

/** One SQLite file with tables that can be asked, or one JSON object a line. */
export const exportFormat = z.enum(['ndjson', 'sqlite'], { error: 'is sqlite or ndjson' });
export type ExportFormat = z.output<typeof exportFormat>;

const TYPES: Readonly<Record<ExportFormat, string>> = {
  ndjson: 'application/x-ndjson',
  sqlite: 'application/vnd.sqlite3',
};

/**
 * Everything a store was told, as a file that is sent while it is read. In the audit log before anything is sent. NDJSON
 * is complete with its last line, `{"type":"end",…}`; SQLite with as many bytes as the answer says it has.
 */
export async function exportOf(
  { DB, STORE_STATS }: Pick<Env, 'DB' | 'STORE_STATS'>,
  { slug, timeZone, currency }: Store,
  format: ExportFormat,
  change: Change,
): Promise<Response> {
  const entry = { target: `store:${slug}`, before: null, after: { format } };
  await auditStatement(DB, change, { ...entry, action: 'store.export' }).run();
  const told = () => STORE_STATS.getByName(slug).export({ slug, timeZone, currency });
  const day = new Date(change.at).toISOString().slice(0, 10);
  return new Response(format === 'ndjson' ? await told() : await sqlite(told), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${slug}-${day}.${format}"`,
      'cache-control': 'no-store',
    },
  });
}

/** Of a length that is known, so that a browser shows how much is left and notices where some is missing. */
async function sqlite(told: () => Promise<ReadableStream<Uint8Array>>): Promise<ReadableStream<Uint8Array>> {
  const layout = await layOut(splitLines(await told()));
  const { readable, writable } = new FixedLengthStream(layout.bytes);
  void send(sqliteFile(layout, splitLines(await told())), writable);
  return readable;
}

/** What goes wrong breaks the answer off. */
async function send(pieces: AsyncIterable<Uint8Array>, to: WritableStream<Uint8Array>): Promise<void> {
  const writer = to.getWriter();
  try {
    // oxlint-disable-next-line no-await-in-loop -- as fast as they are taken
    for await (const piece of pieces) await writer.write(piece);
    await writer.close();
  } catch (cause) {
    log.warn('store_export_broken_off', { cause: String(cause) });
    await writer.abort(cause).catch(() => {});
  }
}
