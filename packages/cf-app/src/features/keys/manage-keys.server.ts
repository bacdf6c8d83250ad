import type { AuthContext } from '@layerkick/auth/auth-context';
import type { ApiKeyDirectory, KeptApiKey } from '@layerkick/auth/workos/api-keys';
import type { Log } from '@layerkick/auth/log';
import type { Change } from '#/features/access/audit-log.server.ts';
import { keysOf, type LedgerKey, recordCreation, recordRevocation } from './key-ledger.server.ts';
import type { KeyRow, KeysRefusal } from './keys.ts';
import type { NewKey } from './keys.schema.ts';

/** Where keys are kept: WorkOS has them, our own ledger who made and revoked them. */
export interface KeyPlaces {
  readonly directory: ApiKeyDirectory;
  readonly db: D1Database;
  readonly log: Log;
}

type Refused = KeysRefusal['code'];

/** The organization whose keys somebody manages, or why they manage none. */
export function managedOrganization(
  auth: AuthContext,
): { readonly ok: true; readonly organizationId: string } | { readonly ok: false; readonly code: Refused } {
  if (auth.organization === null) return { ok: false, code: 'no_organization' };
  if (!auth.permissions.has('keys:manage')) return { ok: false, code: 'not_allowed' };
  return { ok: true, organizationId: auth.organization.id };
}

/** An organization's keys, newest first. Without an answer of WorkOS, those that were made here. */
export async function listKeys(
  { directory, db }: KeyPlaces,
  organizationId: string,
): Promise<{ readonly keys: readonly KeyRow[]; readonly complete: boolean }> {
  const [noted, kept] = await Promise.all([
    keysOf(db, organizationId),
    directory.list(organizationId).catch(() => null),
  ]);
  const known = new Map(noted.map((key) => [key.id, key]));
  const rows = [
    ...(kept ?? []).map((key) => ({
      ...rowOf(noteOf(key)),
      revokedAt: known.get(key.id)?.revokedAt ?? null,
      lastUsedAt: timeOf(key.lastUsedAt),
    })),
    // A key that WorkOS has no more and nobody revoked here was deleted there.
    ...noted
      .filter(
        ({ id, revokedAt }) => !kept?.some((key) => key.id === id) && (kept === null || revokedAt !== null),
      )
      .map(rowOf),
  ];
  return { keys: rows.toSorted((a, b) => b.createdAt - a.createdAt), complete: kept !== null };
}

/** Makes a key of what its maker may do. A key whose making cannot be recorded is deleted again, unseen. */
export async function createKey(
  { directory, db, log }: KeyPlaces,
  auth: AuthContext,
  organizationId: string,
  { name, scopes }: NewKey,
  change: Change,
): Promise<{ readonly ok: true; readonly value: string } | { readonly ok: false; readonly code: Refused }> {
  if (scopes.some((scope) => !auth.permissions.has(scope))) return { ok: false, code: 'scope_not_held' };
  const { key, value } = await directory.create({ organizationId, name, scopes });
  try {
    await recordCreation(db, { ...noteOf(key), createdBy: change.actor }, change);
    return { ok: true, value };
  } catch (cause) {
    log.error('api_key_not_recorded', { key: key.id, cause: String(cause) });
    await directory.delete(key.id);
    return { ok: false, code: 'unavailable' };
  }
}

/**
 * Revokes a key of an organization. Our own list comes first: it counts at once, and while WorkOS is down. A key of
 * somebody else is as unknown as one that never was.
 */
export async function revokeKey(
  { directory, db, log }: KeyPlaces,
  organizationId: string,
  id: string,
  change: Change,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly code: Refused }> {
  const noted = (await keysOf(db, organizationId)).find((key) => key.id === id);
  const key = noted ?? (await foundAtWorkOS(directory, organizationId, id));
  if (key === undefined) return { ok: false, code: 'unknown_key' };
  if (key.revokedAt === null) await recordRevocation(db, key, change);
  try {
    await directory.delete(id);
  } catch (cause) {
    log.warn('api_key_left_at_workos', { key: id, cause: String(cause) });
  }
  return { ok: true };
}

async function foundAtWorkOS(directory: ApiKeyDirectory, organizationId: string, id: string) {
  const kept = (await directory.list(organizationId)).find((key) => key.id === id);
  return kept === undefined ? undefined : noteOf(kept);
}

function noteOf(key: KeptApiKey): LedgerKey {
  const { id, organizationId, name, scopes, obfuscatedValue: obfuscated } = key;
  const createdAt = timeOf(key.createdAt) ?? 0;
  return { id, organizationId, name, scopes, obfuscated, createdAt, createdBy: null, revokedAt: null };
}

function rowOf({ id, name, scopes, obfuscated, createdAt, revokedAt }: LedgerKey): KeyRow {
  return { id, name, scopes, obfuscated, createdAt, revokedAt, lastUsedAt: null };
}

function timeOf(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(time) ? null : time;
}
