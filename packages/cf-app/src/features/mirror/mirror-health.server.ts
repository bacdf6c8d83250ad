import { z } from 'zod';
import { readSync } from './sync-cursor.server.ts';

/** How news of WorkOS come in. Times are epoch ms; null where it never happened. */
export interface MirrorHealth {
  /** The last webhook: when WorkOS made its event, and when it was here. */
  readonly webhook: { readonly createdAt: number; readonly receivedAt: number } | null;
  /** Events that are kept and were not worked through yet. */
  readonly waiting: number;
  readonly waitingSince: number | null;
  /** Events that cannot be worked through. */
  readonly parked: number;
  /** When WorkOS was asked last what no webhook brought, and how much that was. */
  readonly eventsAskedAt: number | null;
  readonly missed: number | null;
  /** When everything was compared last. */
  readonly comparedAt: number | null;
}

const latest = z.object({ created_at: z.number(), received_at: z.number() }).nullable();
const counted = z.object({ waiting: z.number(), since: z.number().nullable(), parked: z.number() });
const report = z.object({ missed: z.number() });

export async function mirrorHealth(db: D1Database): Promise<MirrorHealth> {
  const [webhook, counts, events, compare] = await Promise.all([
    db
      .prepare(
        `SELECT created_at, received_at FROM webhook_event WHERE source = 'webhook' ORDER BY received_at DESC LIMIT 1`,
      )
      .first(),
    db
      .prepare(
        `SELECT coalesce(sum(state = 'waiting'), 0) AS waiting, coalesce(sum(state = 'parked'), 0) AS parked,
           min(CASE state WHEN 'waiting' THEN received_at END) AS since
         FROM webhook_event WHERE state IN ('waiting', 'parked')`,
      )
      .first(),
    readSync(db, 'events'),
    readSync(db, 'compare'),
  ]);
  const last = latest.parse(webhook);
  const { waiting, since, parked } = counted.parse(counts);
  const missed =
    events?.report == null ? undefined : report.safeParse(JSON.parse(events.report)).data?.missed;
  return {
    webhook: last && { createdAt: last.created_at, receivedAt: last.received_at },
    waiting,
    waitingSince: since,
    parked,
    eventsAskedAt: events?.ranAt ?? null,
    missed: missed ?? null,
    comparedAt: compare?.ranAt ?? null,
  };
}
