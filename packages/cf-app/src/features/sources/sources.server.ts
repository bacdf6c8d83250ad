import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { auditStatement, type Change } from '../access/audit-log.server.ts';
import { type Platform, PLATFORMS } from './platform-name.ts';

/** A platform that tells a store's orders. Its secret is shown when it is set and never again. */
export interface Source {
  readonly platform: Platform;
  /** Epoch ms. */
  readonly createdAt: number;
}

/** For a platform that takes any: 256 bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

const row = z.object({ platform: z.enum(PLATFORMS), created_at: z.int() });

export async function listSources(db: D1Database, slug: string): Promise<Source[]> {
  const { results } = await db
    .prepare('SELECT platform, created_at FROM store_source WHERE slug = ? ORDER BY platform')
    .bind(slug)
    .all();
  return results
    .map((stored) => row.parse(stored))
    .map(({ platform, created_at }) => ({ platform, createdAt: created_at }));
}

/** Null where the store does not exist or the platform was never connected. */
export async function secretOf(db: D1Database, slug: string, platform: Platform): Promise<string | null> {
  return db
    .prepare('SELECT secret FROM store_source WHERE slug = ? AND platform = ?')
    .bind(slug, platform)
    .first<string>('secret');
}

/** Connects a platform, or gives it another secret. */
export async function connectSource(
  db: D1Database,
  slug: string,
  { platform, secret }: { readonly platform: Platform; readonly secret: string },
  change: Change,
): Promise<void> {
  const before = (await listSources(db, slug)).some((source) => source.platform === platform);
  await db.batch([
    db
      .prepare('INSERT OR REPLACE INTO store_source (slug, platform, secret, created_at) VALUES (?, ?, ?, ?)')
      .bind(slug, platform, secret, change.at),
    auditStatement(db, change, {
      action: 'source.connect',
      target: `store:${slug}`,
      before: before ? { platform } : null,
      after: { platform },
    }),
  ]);
}

/** From now on the platform's deliveries are refused. What it has told stays. */
export async function disconnectSource(
  db: D1Database,
  slug: string,
  platform: Platform,
  change: Change,
): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM store_source WHERE slug = ? AND platform = ?').bind(slug, platform),
    auditStatement(db, change, {
      action: 'source.disconnect',
      target: `store:${slug}`,
      before: { platform },
      after: null,
    }),
  ]);
}
