import { z } from 'zod';

const jsonOrNull = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : schema.parse(JSON.parse(text))));

const holdings = z.object({
  batches: z.number(),
  events: z.number(),
  entries: z.number(),
  bytes: z.number(),
});
const archived = z.object({ objects: z.number(), bytes: z.number() });

const row = z
  .object({
    slug: z.string(),
    begun_at: z.number(),
    begun_by: z.string(),
    step: z.enum(['access', 'object', 'erase', 'archive']),
    access_cursor: z.string().nullable(),
    object: jsonOrNull(holdings),
    archive: jsonOrNull(archived),
  })
  .transform(({ begun_at: begunAt, begun_by: begunBy, access_cursor: accessCursor, ...stored }) => ({
    ...stored,
    begunAt,
    begunBy,
    accessCursor,
  }));

/** A deletion that is not over: the step it is at, and what the places held that it has come to. */
export type Deletion = z.output<typeof row>;

export async function findDeletion(db: D1Database, slug: string): Promise<Deletion | null> {
  const found = await db.prepare('SELECT * FROM store_deletion WHERE slug = ?').bind(slug).first();
  return found === null ? null : row.parse(found);
}

/** Slugs of deletions that were begun before then, epoch ms, and are not over. */
export async function unfinishedDeletions(db: D1Database, before: number): Promise<readonly string[]> {
  const { results } = await db
    .prepare('SELECT slug FROM store_deletion WHERE begun_at < ? ORDER BY begun_at LIMIT 20')
    .bind(before)
    .all();
  return z
    .array(z.object({ slug: z.string() }))
    .parse(results)
    .map(({ slug }) => slug);
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

const receipt = z.object({
  slug: z.string(),
  /** Epoch ms. */
  begunAt: z.number(),
  /** D1: rows of the registry, connected platforms, and what their webhooks delivered. */
  registry: z.object({ stores: z.literal(1), sources: z.number(), deliveries: z.number() }),
  /** KV: mappings the store was taken out of. */
  access: z.object({ people: z.number() }),
  /** The store's Durable Object. */
  object: holdings,
  /** R2. */
  archive: archived,
});

/** What was removed, by place. The audit log stays, and has this too. */
export type DeletionReceipt = Readonly<z.output<typeof receipt>>;

/** The receipt of the last store of this slug that was deleted; null where there was none. */
export async function lastReceipt(db: D1Database, slug: string): Promise<DeletionReceipt | null> {
  const text = await db
    .prepare(
      `SELECT after FROM audit_log WHERE target = ? AND action = 'store.deleted' ORDER BY id DESC LIMIT 1`,
    )
    .bind(`store:${slug}`)
    .first<string>('after');
  return text === null ? null : receipt.parse(JSON.parse(text));
}
