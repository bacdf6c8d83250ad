import type { Database } from '../database.ts';
import { LedgerChunks } from './ledger-chunks.ts';
import { Versions } from './versions.ts';

const ROWS_AT_A_TIME = 500;

/** Within a transaction: takes the entries of a ledger of one row an entry, as it was up to version 9, into chunks. */
export function packLedger(db: Database): void {
  const chunks = new LedgerChunks(db, new Versions(db));
  for (let seq = 0; ;) {
    const rows = db.all<{ seq: number; recorded: number; event: number | null; bot: string; entry: string }>(
      'SELECT seq, recorded, event, bot, entry FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?',
      seq,
      ROWS_AT_A_TIME,
    );
    const last = rows.at(-1);
    if (!last) break;
    chunks.append(rows.map(({ entry, ...row }) => ({ ...row, entry: JSON.parse(entry) })));
    seq = last.seq;
  }
  db.run('DELETE FROM ledger');
}
