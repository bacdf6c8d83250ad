import { z } from 'zod';
import { type Platform, PLATFORMS } from './platform-name.ts';

/** Deliveries that a source remembers; those that failed stay until they are counted. */
const KEPT = 100;

/** What became of a delivery. `stored`: not counted yet, since the store's object did not answer. */
const outcome = z.enum(['stored', 'counted', 'ignored', 'failed']);

const row = z
  .object({
    id: z.int(),
    platform: z.enum(PLATFORMS),
    topic: z.string(),
    received_at: z.int(),
    outcome,
    reason: z.string().nullable(),
    content: z.string().nullable(),
  })
  .transform(({ received_at, ...delivery }) => ({ ...delivery, receivedAt: received_at }));
export type Delivery = z.output<typeof row>;

export interface NewDelivery {
  readonly slug: string;
  readonly platform: Platform;
  readonly deliveryId: string;
  readonly topic: string;
  /** Epoch ms. */
  readonly receivedAt: number;
  /** JSON without anything personal. */
  readonly content: string;
}

const COLUMNS = 'id, platform, topic, received_at, outcome, reason, content';

/** Keeps a delivery, or finds it where the platform has sent it before. */
export async function keepDelivery(db: D1Database, delivery: NewDelivery): Promise<Delivery> {
  const { slug, platform, deliveryId, topic, receivedAt, content } = delivery;
  // At once: by a question of its own, somebody else's newer delivery might have cleared away what this one found.
  const [, found] = await db.batch([
    db
      .prepare(
        `INSERT INTO webhook_delivery (slug, platform, delivery_id, topic, received_at, outcome, content)
         VALUES (?, ?, ?, ?, ?, 'stored', ?) ON CONFLICT DO NOTHING`,
      )
      .bind(slug, platform, deliveryId, topic, receivedAt, content),
    db
      .prepare(`SELECT ${COLUMNS} FROM webhook_delivery WHERE slug = ? AND platform = ? AND delivery_id = ?`)
      .bind(slug, platform, deliveryId),
    db
      .prepare(
        `DELETE FROM webhook_delivery WHERE slug = ?1 AND platform = ?2 AND outcome IN ('counted', 'ignored')
         AND id NOT IN (SELECT id FROM webhook_delivery WHERE slug = ?1 AND platform = ?2 ORDER BY received_at DESC LIMIT ?3)`,
      )
      .bind(slug, platform, KEPT),
  ]);
  return row.parse(found?.results[0]);
}

/** Once it is counted its content is not needed any more. */
export async function settleDelivery(
  db: D1Database,
  id: number,
  settled: { readonly outcome: 'counted' | 'ignored' | 'failed'; readonly reason: string | null },
): Promise<void> {
  await db
    .prepare(
      `UPDATE webhook_delivery SET outcome = ?2, reason = ?3,
         content = CASE ?2 WHEN 'failed' THEN content END WHERE id = ?1`,
    )
    .bind(id, settled.outcome, settled.reason?.slice(0, 1000) ?? null)
    .run();
}

/** The newest deliveries of a store, all platforms together. */
export async function listDeliveries(db: D1Database, slug: string, limit: number): Promise<Delivery[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM webhook_delivery WHERE slug = ? ORDER BY received_at DESC, id DESC LIMIT ?`,
    )
    .bind(slug, limit)
    .all();
  return results.map((stored) => row.parse(stored));
}

/** Deliveries that are not counted and can be tried again, oldest first. */
export async function uncountedDeliveries(db: D1Database, slug: string, limit: number): Promise<Delivery[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS} FROM webhook_delivery WHERE slug = ? AND outcome IN ('stored', 'failed')
       ORDER BY received_at, id LIMIT ?`,
    )
    .bind(slug, limit)
    .all();
  return results.map((stored) => row.parse(stored));
}
