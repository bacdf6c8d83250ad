import { z } from 'zod';

/** What goes on from where it was: the Events API, the nightly compare. */
export type SyncName = 'events' | 'compare';

export interface SyncState {
  readonly position: string | null;
  /** Epoch ms. */
  readonly ranAt: number;
  /** JSON: what it found. */
  readonly report: string | null;
}

const row = z
  .object({ position: z.string().nullable(), ran_at: z.number(), report: z.string().nullable() })
  .nullable();

export async function readSync(db: D1Database, name: SyncName): Promise<SyncState | null> {
  const found = row.parse(
    await db.prepare('SELECT position, ran_at, report FROM sync_cursor WHERE name = ?').bind(name).first(),
  );
  return found && { position: found.position, ranAt: found.ran_at, report: found.report };
}

/** @param now epoch ms */
export async function writeSync(
  db: D1Database,
  name: SyncName,
  position: string | null,
  report: object,
  now: number,
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO sync_cursor (name, position, ran_at, report) VALUES (?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET position = excluded.position, ran_at = excluded.ran_at, report = excluded.report`,
    )
    .bind(name, position, now, JSON.stringify(report))
    .run();
}
