import { addLag, archiveLag } from './archive/lag.ts';
import { rebuildProgress } from './archive/rebuild.ts';
import type { Engine } from './engine.ts';
import { readStore } from './store-row.ts';
import { earliest } from './archive/upkeep.ts';
import { readVersion } from './schema.ts';
import type { StoreStatus } from './store-stats-rpc.ts';

/** `bytes`: what the database takes. */
export function readStatus(engine: Engine, bytes: number): StoreStatus {
  const { db, log, orders } = engine;
  const store = readStore(db);
  const [aside] = db.all<{ count: number }>('SELECT COUNT(*) AS count FROM set_aside');
  return {
    events: store?.events ?? 0,
    orders: orders.count(),
    firstEventAt: store?.firstAt ?? null,
    lastEventAt: store?.lastAt ?? null,
    pendingBatches: log.lastSeq - (store?.foldedThrough ?? 0),
    setAsideBatches: aside?.count ?? 0,
    timeZone: store?.timeZone ?? null,
    rebuilding: rebuildProgress(engine),
    bytes,
    shards: store?.shards ?? 1,
    schemaVersion: readVersion(db),
    archive: archiveLag(engine),
  };
}

/** Of two shards, the first of which has the orders. */
export function addStatus(first: StoreStatus, other: StoreStatus): StoreStatus {
  const { lastEventAt: last } = first;
  return {
    events: first.events + other.events,
    orders: first.orders + other.orders,
    firstEventAt: earliest([first.firstEventAt, other.firstEventAt]),
    lastEventAt: last === null ? other.lastEventAt : Math.max(last, other.lastEventAt ?? last),
    pendingBatches: first.pendingBatches + other.pendingBatches,
    setAsideBatches: first.setAsideBatches + other.setAsideBatches,
    timeZone: first.timeZone,
    // The one that is behind.
    rebuilding: earliest([first.rebuilding, other.rebuilding]),
    bytes: first.bytes + other.bytes,
    shards: first.shards,
    // The one that is behind.
    schemaVersion: Math.min(first.schemaVersion, other.schemaVersion),
    archive: addLag(first.archive, other.archive),
  };
}
