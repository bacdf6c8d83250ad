import type { Target } from '@layerkick/auth/resilience/health-check';
import type { Watched } from '@layerkick/auth/resilience/watch';
import { z } from 'zod';

const row = z
  .object({
    target: z.enum(['workos-api', 'workos-keys']),
    state: z.enum(['up', 'down']),
    since: z.number(),
    checked_at: z.number(),
    reason: z.string().nullable(),
    told_outage_since: z.number().nullable(),
  })
  .transform(({ target, state, since, checked_at, reason, told_outage_since }) => ({
    target,
    watched: { state, since, checkedAt: checked_at, reason, toldOutageSince: told_outage_since },
  }));

const change = z.object({
  target: z.enum(['workos-api', 'workos-keys']),
  state: z.enum(['up', 'down']),
  at: z.number(),
  reason: z.string().nullable(),
});
export type HealthChange = z.output<typeof change>;

/** What is remembered of every target that was ever checked. */
export async function readWatched(db: D1Database): Promise<ReadonlyMap<Target, Watched>> {
  const { results } = await db.prepare('SELECT * FROM health_watch').all();
  return new Map(results.map((result) => row.parse(result)).map(({ target, watched }) => [target, watched]));
}

/** @returns false where another check was faster: its outcome counts, and what follows from it is its business */
export async function recordWatched(
  db: D1Database,
  target: Target,
  before: Watched | null,
  after: Watched,
): Promise<boolean> {
  const record = db
    .prepare(
      `INSERT INTO health_watch (target, state, since, checked_at, reason, told_outage_since)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6)
       ON CONFLICT (target) DO UPDATE SET
         state = excluded.state, since = excluded.since, checked_at = excluded.checked_at,
         reason = excluded.reason, told_outage_since = excluded.told_outage_since
       WHERE checked_at IS ?7`,
    )
    .bind(
      target,
      after.state,
      after.since,
      after.checkedAt,
      after.reason,
      after.toldOutageSince,
      before?.checkedAt ?? null,
    );
  const { meta } = await record.run();
  if (meta.changes === 0) return false;
  if (before?.state !== after.state) await recordChange(db, target, after);
  return true;
}

/** An alert that reached nobody: the next check tries again. */
export async function recordUntold(db: D1Database, target: Target, told: number | null): Promise<void> {
  await db.prepare('UPDATE health_watch SET told_outage_since = ? WHERE target = ?').bind(told, target).run();
}

/** The latest changes, newest first. */
export async function readChanges(db: D1Database, limit: number): Promise<readonly HealthChange[]> {
  const { results } = await db
    .prepare('SELECT target, state, at, reason FROM health_change ORDER BY id DESC LIMIT ?')
    .bind(limit)
    .all();
  return results.map((result) => change.parse(result));
}

async function recordChange(
  db: D1Database,
  target: Target,
  { state, since, reason }: Watched,
): Promise<void> {
  await db
    .prepare('INSERT INTO health_change (target, state, at, reason) VALUES (?, ?, ?, ?)')
    .bind(target, state, since, reason)
    .run();
}
