import { z } from 'zod';
import type { NewAnnotation } from './annotation.schema.ts';

/** Of one store: two a week for ten years. */
export const MOST_ANNOTATIONS = 1000;

const row = z
  .object({ id: z.string(), day: z.string(), text: z.string(), created_by: z.string() })
  .transform(({ created_by: author, ...stored }) => ({ ...stored, author }));
export type StoredAnnotation = z.output<typeof row>;

/** What happened at a store, day by day. */
export async function annotationsOf(db: D1Database, slug: string): Promise<StoredAnnotation[]> {
  const { results } = await db
    .prepare('SELECT id, day, text, created_by FROM annotation WHERE slug = ? ORDER BY day, created_at, id')
    .bind(slug)
    .all();
  return results.map((stored) => row.parse(stored));
}

/** Returns whether there was room for it. */
export async function addAnnotation(
  db: D1Database,
  { slug, day, text }: NewAnnotation,
  { actor, at }: { readonly actor: string; readonly at: number },
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO annotation (id, slug, day, text, created_at, created_by)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE (SELECT count(*) FROM annotation WHERE slug = ?2) < ?7`,
    )
    .bind(crypto.randomUUID(), slug, day, text, at, actor, MOST_ANNOTATIONS)
    .run();
  return meta.changes === 1;
}

/** @param by whose it has to be; null for anybody's */
interface Chosen {
  readonly slug: string;
  readonly id: string;
  readonly by: string | null;
}

/** Returns whether there is such a one. */
export async function editAnnotation(
  db: D1Database,
  { slug, id, by }: Chosen,
  text: string,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      'UPDATE annotation SET text = ?4 WHERE slug = ?1 AND id = ?2 AND (?3 IS NULL OR created_by = ?3)',
    )
    .bind(slug, id, by, text)
    .run();
  return meta.changes === 1;
}

/** Returns whether there was such a one. */
export async function deleteAnnotation(db: D1Database, { slug, id, by }: Chosen): Promise<boolean> {
  const { meta } = await db
    .prepare('DELETE FROM annotation WHERE slug = ?1 AND id = ?2 AND (?3 IS NULL OR created_by = ?3)')
    .bind(slug, id, by)
    .run();
  return meta.changes === 1;
}
