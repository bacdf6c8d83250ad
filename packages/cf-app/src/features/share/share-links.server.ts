import type { ShareLink } from '@layerkick/auth/credentials/share-link';
import { sha256Hex } from '@layerkick/auth/sha256';
import { z } from 'zod';
import { auditStatement, type Change } from '../access/audit-log.server.ts';
import { hashPassword } from './share-password.ts';
import { embedHosts, type NewShare, type ShareFilter, shareFilters } from './share.schema.ts';

const TOKEN_BYTES = 24;
/** Links of a store that are good at one time. */
export const MOST_LINKS = 100;

/** A link as the database has it. */
export interface StoredShare extends ShareLink {
  readonly filters: readonly ShareFilter[];
  readonly embedHosts: readonly string[];
  /** Null for none. */
  readonly password: string | null;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly createdBy: string;
}

const COLUMNS =
  'id, slug, name, password, filters, embed_hosts, created_at, created_by, expires_at, revoked_at';

const row = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    password: z.string().nullable(),
    filters: z.string().transform((text) => shareFilters.parse(JSON.parse(text))),
    embed_hosts: z.string().transform((text) => embedHosts.parse(JSON.parse(text))),
    created_at: z.number(),
    created_by: z.string(),
    expires_at: z.number().nullable(),
    revoked_at: z.number().nullable(),
  })
  .transform((stored): StoredShare => ({
    id: stored.id,
    store: stored.slug,
    name: stored.name,
    password: stored.password,
    hasPassword: stored.password !== null,
    filters: stored.filters,
    embedHosts: stored.embed_hosts,
    createdAt: stored.created_at,
    createdBy: stored.created_by,
    expiresAt: stored.expires_at,
    revokedAt: stored.revoked_at,
  }));

/** The link of a token, good or not; null for any other text. */
export async function findShare(db: D1Database, token: string): Promise<StoredShare | null> {
  const found = await db
    .prepare(`SELECT ${COLUMNS} FROM share_link WHERE token_hash = ?`)
    .bind(await sha256Hex(token))
    .first();
  return found === null ? null : row.parse(found);
}

/** Every link that was ever made for a store, the newest first. */
export async function sharesOf(db: D1Database, slug: string): Promise<StoredShare[]> {
  const { results } = await db
    .prepare(`SELECT ${COLUMNS} FROM share_link WHERE slug = ? ORDER BY created_at DESC LIMIT 500`)
    .bind(slug)
    .all();
  return results.map((stored) => row.parse(stored));
}

/** Makes a link. Its token is in this answer and nowhere else. */
export async function createShare(
  db: D1Database,
  { slug, name, password, expiresAt, filters, embedHosts: hosts }: NewShare,
  change: Change,
): Promise<
  { readonly ok: true; readonly token: string } | { readonly ok: false; readonly code: 'too_many' }
> {
  const good = await db
    .prepare('SELECT count(*) AS links FROM share_link WHERE slug = ? AND revoked_at IS NULL')
    .bind(slug)
    .first<number>('links');
  if ((good ?? 0) >= MOST_LINKS) return { ok: false, code: 'too_many' };
  const id = `share_${randomText(12)}`;
  const token = randomText(TOKEN_BYTES);
  await db.batch([
    db
      .prepare(
        `INSERT INTO share_link (id, slug, name, token_hash, password, filters, embed_hosts, created_at, created_by, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .bind(
        id,
        slug,
        name,
        await sha256Hex(token),
        password === null ? null : await hashPassword(password),
        JSON.stringify(filters),
        JSON.stringify(hosts),
        change.at,
        change.actor,
        expiresAt,
      ),
    auditStatement(db, change, {
      action: 'share.create',
      target: `store:${slug}`,
      before: null,
      after: { id, name, password: password !== null, expiresAt, filters, embedHosts: hosts },
    }),
  ]);
  return { ok: true, token };
}

/** The link leads nowhere from now on. Returns whether it is one of this store that was good. */
export async function revokeShare(
  db: D1Database,
  slug: string,
  id: string,
  change: Change,
): Promise<boolean> {
  const found = await db
    .prepare('SELECT name FROM share_link WHERE id = ? AND slug = ? AND revoked_at IS NULL')
    .bind(id, slug)
    .first<string>('name');
  if (found === null) return false;
  await db.batch([
    db
      .prepare('UPDATE share_link SET revoked_at = ? WHERE id = ? AND slug = ? AND revoked_at IS NULL')
      .bind(change.at, id, slug),
    auditStatement(db, change, {
      action: 'share.revoke',
      target: `store:${slug}`,
      before: { id, name: found },
      after: null,
    }),
  ]);
  return true;
}

function randomText(bytes: number): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
