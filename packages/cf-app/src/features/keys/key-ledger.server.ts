import { z } from 'zod';
import { auditStatement, type Change } from '#/features/access/audit-log.server.ts';

/** What is known of a key when it is made or first seen here. */
export interface LedgerKey {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly obfuscated: string;
  /** Epoch ms. */
  readonly createdAt: number;
  /** Null where it was made at WorkOS. */
  readonly createdBy: string | null;
  /** Epoch ms; null while it is good. */
  readonly revokedAt: number | null;
}

const COLUMNS = 'id, organization_id, name, scopes, obfuscated, created_at, created_by';

const row = z
  .object({
    id: z.string(),
    organization_id: z.string(),
    name: z.string(),
    scopes: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
    obfuscated: z.string(),
    created_at: z.number(),
    created_by: z.string().nullable(),
    revoked_at: z.number().nullable(),
  })
  .transform((stored): LedgerKey => ({
    id: stored.id,
    organizationId: stored.organization_id,
    name: stored.name,
    scopes: stored.scopes,
    obfuscated: stored.obfuscated,
    createdAt: stored.created_at,
    createdBy: stored.created_by,
    revokedAt: stored.revoked_at,
  }));

/** Every key that was ever made or revoked here for an organization, newest first. */
export async function keysOf(db: D1Database, organizationId: string): Promise<readonly LedgerKey[]> {
  const { results } = await db
    .prepare(
      `SELECT ${COLUMNS}, revoked_at FROM api_key WHERE organization_id = ? ORDER BY created_at DESC, id LIMIT 200`,
    )
    .bind(organizationId)
    .all();
  return results.map((stored) => row.parse(stored));
}

/** Notes a new key together with who made it. */
export async function recordCreation(db: D1Database, key: LedgerKey, change: Change): Promise<void> {
  await db.batch([
    insert(db, key),
    auditStatement(db, change, {
      action: 'key.create',
      target: `api-key:${key.id}`,
      before: null,
      after: { organization: key.organizationId, name: key.name, scopes: key.scopes },
    }),
  ]);
}

/** From here on the key opens nothing, whatever WorkOS says. A key that was never noted here is noted by that. */
export async function recordRevocation(db: D1Database, key: LedgerKey, change: Change): Promise<void> {
  await db.batch([
    insert(db, key),
    db
      .prepare('UPDATE api_key SET revoked_at = ?, revoked_by = ? WHERE id = ? AND revoked_at IS NULL')
      .bind(change.at, change.actor, key.id),
    auditStatement(db, change, {
      action: 'key.revoke',
      target: `api-key:${key.id}`,
      before: { organization: key.organizationId, name: key.name, scopes: key.scopes },
      after: null,
    }),
  ]);
}

function insert(db: D1Database, key: LedgerKey): D1PreparedStatement {
  return db
    .prepare(`INSERT INTO api_key (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`)
    .bind(
      key.id,
      key.organizationId,
      key.name,
      JSON.stringify(key.scopes),
      key.obfuscated,
      key.createdAt,
      key.createdBy,
    );
}
