import type { Log } from '../log.ts';
import type { UserClaim } from '../resolve-stores.ts';
import { accessOf } from './access.ts';
import { type Authentication, refusal } from './authentication.ts';
import type { RevokedKeys } from './revoked-keys.ts';
import type { KeyCheck } from './validated-keys.ts';

export interface ApiKeyParts {
  readonly check: (value: string) => Promise<KeyCheck>;
  readonly revoked: RevokedKeys;
  /** The stores of an organization; none where they cannot be read. */
  readonly organizationStores: (organizationId: string) => Promise<readonly string[]>;
  /** What is known about a person in an organization. */
  readonly personClaim: (person: { readonly sub: string; readonly org_id: string }) => Promise<UserClaim>;
  readonly log: Log;
}

/** What an API key reaches: its organization's stores, and where it is a person's, no more than that person. */
export async function authenticateApiKey(value: string, parts: ApiKeyParts): Promise<Authentication> {
  const check = await parts.check(value);
  if (check.kind === 'invalid') return refusal('api_key_invalid');
  if (check.kind === 'limited') return refusal('rate_limited');
  if (check.kind === 'unavailable') return refusal('unavailable');

  const { key, degraded } = check;
  const { organizationId, userId, scopes } = key;
  const [revoked, stores, person] = await Promise.all([
    isRevoked(key.id, parts),
    parts.organizationStores(organizationId),
    userId === null ? undefined : parts.personClaim({ sub: userId, org_id: organizationId }),
  ]);
  if (revoked === 'unknown') return refusal('unavailable');
  if (revoked) return refusal('api_key_invalid');

  const claim = { kind: 'api-key', owner: { stores }, scopes, ...(person && { person }) } as const;
  const auth = {
    principal: { kind: 'api-key', id: key.id, name: key.name },
    via: 'api-key',
    organization: { id: organizationId, role: null, permissions: scopes },
    ...accessOf(claim),
    degraded,
  } as const;
  return { kind: 'authenticated', auth };
}

async function isRevoked(keyId: string, { revoked, log }: ApiKeyParts): Promise<boolean | 'unknown'> {
  try {
    return await revoked.has(keyId);
  } catch (cause) {
    log.error('revocation_list_unavailable', { cause: String(cause) });
    return 'unknown';
  }
}
