import { type Database, insertRows, insertStatement, jsonParameters } from './database.ts';
import type { LedgerEntry, LedgerReceipt } from './orders/ledger-entry.ts';
import { postOrders } from './postings.ts';
import type { StoreSettings } from './store.ts';
import { rememberSettings, widenTimes } from './store-row.ts';
import { TimeZone } from './time-zone.ts';

/** An entry on its way into the ledger. */
export interface NewEntry {
  readonly entry: LedgerEntry;
  /** The event that it came with; null for what servers and imports say. */
  readonly event: number | null;
  readonly bot: string;
}

/** Appends what servers and imports say; all or nothing. `now` is epoch ms. */
export function record(
  db: Database,
  store: StoreSettings,
  entries: readonly LedgerEntry[],
  now: number,
): LedgerReceipt {
  return db.transaction(() => {
    const { timeZone } = rememberSettings(db, store);
    const fresh = appendToLedger(
      db,
      TimeZone.of(timeZone),
      entries.map((entry) => ({ entry, event: null, bot: '' })),
      now,
    );
    return { accepted: fresh, duplicates: entries.length - fresh };
  });
}

/** Appends entries whose ids are new and works out anew what counts of their orders. Returns how many were new. */
export function appendToLedger(
  db: Database,
  zone: TimeZone,
  entries: readonly NewEntry[],
  now: number,
): number {
  const fresh = withoutKnown(db, entries);
  if (fresh.length === 0) return 0;
  insertRows(
    db,
    INSERT_LEDGER,
    fresh.map(({ entry, event, bot }) => [entry.id, entry.order, now, event, bot, JSON.stringify(entry)]),
  );
  postOrders(db, zone, new Set(fresh.map(({ entry }) => entry.order)));
  const times = fresh.map(({ entry }) => entry.at);
  widenTimes(
    db,
    times.reduce((a, b) => Math.min(a, b)),
    times.reduce((a, b) => Math.max(a, b)),
  );
  return fresh.length;
}

/** `seq` of the newest entry; 0 where there is none. */
export function lastEntry(db: Database): number {
  return db.all<{ seq: number | null }>('SELECT MAX(seq) AS seq FROM ledger')[0]?.seq ?? 0;
}

function withoutKnown(db: Database, entries: readonly NewEntry[]): NewEntry[] {
  const known = new Set<string>();
  for (const ids of jsonParameters(entries.map(({ entry }) => entry.id))) {
    for (const { id } of db.all<{ id: string }>(SELECT_KNOWN, ids)) known.add(id);
  }
  return entries.filter(({ entry }) => !known.has(entry.id) && known.add(entry.id));
}

const SELECT_KNOWN = 'SELECT id FROM ledger WHERE id IN (SELECT value FROM json_each(?))';

const INSERT_LEDGER = insertStatement('INSERT', 'ledger', [
  'id',
  'order_id',
  'recorded',
  'event',
  'bot',
  'entry',
]);
