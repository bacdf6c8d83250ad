import { rebuildProgress } from './archive/rebuild.ts';
import type { Database } from './database.ts';
import type { Log } from './log/log.ts';
import { readStore } from './store-row.ts';
import type { StoreStatus } from './store-stats-rpc.ts';

/** `bytes`: what the database takes. */
export function readStatus(db: Database, log: Log, bytes: number): StoreStatus {
  const store = readStore(db);
  const [orders] = db.all<{ count: number }>('SELECT COUNT(*) AS count FROM posting WHERE is_order = 1');
  const [aside] = db.all<{ count: number }>('SELECT COUNT(*) AS count FROM set_aside');
  return {
    events: store?.events ?? 0,
    orders: orders?.count ?? 0,
    firstEventAt: store?.firstAt ?? null,
    lastEventAt: store?.lastAt ?? null,
    pendingBatches: log.lastSeq - (store?.foldedThrough ?? 0),
    setAsideBatches: aside?.count ?? 0,
    timeZone: store?.timeZone ?? null,
    rebuilding: rebuildProgress(db),
    bytes,
  };
}
