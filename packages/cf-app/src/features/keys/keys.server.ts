import type { AuthContext } from '@layerkick/auth/auth-context';
import { ApiKeysUnavailableError } from '@layerkick/auth/workos/api-keys';
import { env } from 'cloudflare:workers';
import type { Change } from '#/features/access/audit-log.server.ts';
import { changeInRequest } from '#/features/access/change-in-request.server.ts';
import { credentialsOf } from '#/features/auth/credentials.server.ts';
import { requireSession } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { log } from '#/lib/log.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import type { KeyCreation, KeyList, KeyRevocation, KeysRefusal } from './keys.ts';
import { KEY_SCOPES } from './key-scopes.ts';
import type { NewKey } from './keys.schema.ts';
import { createKey, type KeyPlaces, listKeys, managedOrganization, revokeKey } from './manage-keys.server.ts';

/** The keys of the organization that the person in this request manages. */
export function keysOfRequest(): Promise<KeyList> {
  return asManager(async ({ auth, organizationId }) => {
    const scopes = KEY_SCOPES.filter((scope) => auth.permissions.has(scope));
    return { ok: true, scopes, ...(await listKeys(places(), organizationId)) };
  });
}

/** Makes a key. */
export function createKeyInRequest(key: NewKey): Promise<KeyCreation> {
  return asManager(async ({ auth, organizationId }) => {
    const created = await createKey(places(), auth, organizationId, key, changeBy(auth));
    return created.ok ? created : refusal(created.code);
  });
}

/** Revokes a key. Takes access away and gives none, so it is possible while WorkOS is down, too. */
export function revokeKeyInRequest(id: string): Promise<KeyRevocation> {
  return asManager(async ({ auth, organizationId }) => {
    const revoked = await revokeKey(places(), organizationId, id, changeBy(auth));
    return revoked.ok ? revoked : refusal(revoked.code);
  });
}

interface Manager {
  readonly auth: AuthContext;
  readonly organizationId: string;
}

async function asManager<T>(
  work: (manager: Manager) => Promise<T | KeysRefusal>,
): Promise<T | KeysRefusal | Denial> {
  const session = await requireSession();
  if (!session.ok) return session;
  const managed = managedOrganization(session.auth);
  if (!managed.ok) return refusal(managed.code);
  try {
    return await work({ auth: session.auth, organizationId: managed.organizationId });
  } catch (cause) {
    const code = cause instanceof ApiKeysUnavailableError ? cause.code : 'api_key_ledger_unavailable';
    log.error(code, { cause: String(cause) });
    return refusal('unavailable');
  }
}

function places(): KeyPlaces {
  return { directory: credentialsOf(env).directory, db: env.DB, log };
}

function changeBy({ principal }: AuthContext): Change {
  return changeInRequest(principal.id, 'settings');
}

function refusal(code: KeysRefusal['code']): KeysRefusal {
  return { ok: false, code, requestId: requestId() };
}
