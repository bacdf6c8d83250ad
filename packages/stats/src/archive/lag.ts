import type { Engine } from '../engine.ts';
import { PART_KINDS, type PartKind } from './parts.ts';

/** What is in the object and not in the archive yet. */
export interface ArchiveLag {
  /** Batches and entries of the order ledger. */
  readonly waiting: number;
  /** When the oldest of them came, epoch ms; null where nothing waits. */
  readonly since: number | null;
}

/** An hour's worth waits for its part; more means that the archive does not take it. */
export function archiveLag(engine: Engine): ArchiveLag {
  const lags = PART_KINDS.map((kind) => lagOf(engine, kind));
  return lags.reduce(addLag);
}

/** Of two kinds, or two shards. */
export function addLag(one: ArchiveLag, other: ArchiveLag): ArchiveLag {
  const times = [one.since, other.since].filter((time) => time !== null);
  return { waiting: one.waiting + other.waiting, since: times.length === 0 ? null : Math.min(...times) };
}

function lagOf(engine: Engine, kind: PartKind): ArchiveLag {
  const { db, log, orders } = engine;
  const [written] = db.all<{ last: number }>(
    'SELECT COALESCE(MAX(last), 0) AS last FROM archive_part WHERE kind = ? AND written_at IS NOT NULL',
    kind,
  );
  const after = written?.last ?? 0;
  const waiting = (kind === 'log' ? log.lastSeq : orders.ledger.lastSeq()) - after;
  return { waiting, since: waiting === 0 ? null : firstTime(engine, kind, after) };
}

/** Null for what came this moment and is still in the inbox. */
function firstTime({ db, orders: { ledger } }: Engine, kind: PartKind, after: number): number | null {
  if (kind === 'log') {
    const [chunk] = db.all<{ received: number }>(
      'SELECT received FROM log_chunk WHERE last > ? ORDER BY first LIMIT 1',
      after,
    );
    return chunk?.received ?? null;
  }
  const [line] = ledger.lines(after + 1, after + 1);
  const recorded = line && /"recorded":(\d+)/.exec(line.text)?.[1];
  return recorded === undefined ? null : Number(recorded);
}
