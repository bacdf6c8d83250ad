import { z } from 'zod';

const jsonOrNull = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : schema.parse(JSON.parse(text))));

const row = z
  .object({
    slug: z.string(),
    begun_at: z.number(),
    step: z.enum(['access', 'object', 'erase', 'archive']),
    access_cursor: z.string().nullable(),
    object: jsonOrNull(
      z.object({ batches: z.number(), events: z.number(), entries: z.number(), bytes: z.number() }),
    ),
    archive: jsonOrNull(z.object({ objects: z.number(), bytes: z.number() })),
  })
  .transform(({ begun_at: begunAt, access_cursor: accessCursor, ...stored }) => ({
    ...stored,
    begunAt,
    accessCursor,
  }));

/** A deletion that is not over: the step it is at, and what the places held that it has come to. */
export type Deletion = z.output<typeof row>;

export async function findDeletion(db: D1Database, slug: string): Promise<Deletion | null> {
  const found = await db.prepare('SELECT * FROM store_deletion WHERE slug = ?').bind(slug).first();
  return found === null ? null : row.parse(found);
}

export async function saveDeletion(db: D1Database, deletion: Deletion): Promise<void> {
  const { slug, step, accessCursor, object, archive } = deletion;
  await db
    .prepare('UPDATE store_deletion SET step = ?, access_cursor = ?, object = ?, archive = ? WHERE slug = ?')
    .bind(step, accessCursor, object && JSON.stringify(object), archive && JSON.stringify(archive), slug)
    .run();
}

/** The people that a store was taken away from since its deletion began: each is in the audit log before it happens. */
export async function countRevocations(db: D1Database, { slug, begunAt }: Deletion): Promise<number> {
  const count = await db
    .prepare(
      `SELECT COUNT(DISTINCT target) AS people FROM audit_log
       WHERE action = 'access.revoke' AND at >= ? AND EXISTS (SELECT 1 FROM json_each(before) WHERE value = ?)`,
    )
    .bind(begunAt, slug)
    .first<number>('people');
  return count ?? 0;
}
