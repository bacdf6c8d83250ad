import { z } from 'zod';
import { auditStatement, type Change } from '../access/audit-log.server.ts';
import { GOAL_KINDS, GOAL_OPS, type NewGoal } from './goal.schema.ts';
import type { Goal } from './goals.ts';

/** Each is two questions to the store. */
export const MOST_GOALS = 20;

const row = z.object({
  id: z.string(),
  name: z.string(),
  dimension: z.enum(GOAL_KINDS),
  op: z.enum(GOAL_OPS),
  value: z.string(),
});

/** A store's goals, the oldest first. */
export async function goalsOf(db: D1Database, slug: string): Promise<Goal[]> {
  const { results } = await db
    .prepare('SELECT id, name, dimension, op, value FROM goal WHERE slug = ? ORDER BY created_at, id')
    .bind(slug)
    .all();
  return results.map((stored) => row.parse(stored));
}

export async function createGoal(
  db: D1Database,
  { slug, name, dimension, op, value }: NewGoal,
  change: Change,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly code: 'too_many' }> {
  if ((await goalsOf(db, slug)).length >= MOST_GOALS) return { ok: false, code: 'too_many' };
  const id = crypto.randomUUID();
  await db.batch([
    db
      .prepare(
        `INSERT INTO goal (id, slug, name, dimension, op, value, created_at, created_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .bind(id, slug, name, dimension, op, value, change.at, change.actor),
    auditStatement(db, change, {
      action: 'goal.create',
      target: `store:${slug}`,
      before: null,
      after: { id, name, dimension, op, value },
    }),
  ]);
  return { ok: true };
}

export async function deleteGoal(db: D1Database, slug: string, id: string, change: Change): Promise<void> {
  const before = (await goalsOf(db, slug)).find((goal) => goal.id === id);
  if (!before) return;
  await db.batch([
    db.prepare('DELETE FROM goal WHERE id = ? AND slug = ?').bind(id, slug),
    auditStatement(db, change, { action: 'goal.delete', target: `store:${slug}`, before, after: null }),
  ]);
}
