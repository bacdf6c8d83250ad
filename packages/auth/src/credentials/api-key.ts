import type { AuthContext } from '../auth-context.ts';
import type { Log } from '../log.ts';
import { accessOf } from './access.ts';
import type { KnownPerson, PersonClaims } from './bearer.ts';
import { type Authentication, refusal } from './authentication.ts';
import type { UserClaim } from './claim.ts';
import { sameAsBefore } from '../same-as-before.ts';
import type { KeyStanding } from './key-standing.ts';
import type { ApiKey, KeyCheck } from './validated-keys.ts';

export interface ApiKeyParts {
  /** At once where the key is known. */
  readonly check: (value: string) => Promise<KeyCheck> | KeyCheck;
  /** Asked on every request. Rejects where that cannot be told. */
  readonly standing: (key: ApiKey) => Promise<KeyStanding>;
  /** Asked on every request about a person's key. Never rejects. */
  readonly person: (claims: PersonClaims) => Promise<KnownPerson>;
  readonly log: Log;
}

/** What an API key reaches: its organization's stores, and where it is a person's, no more than that person. */
export async function authenticateApiKey(value: string, parts: ApiKeyParts): Promise<Authentication> {
  const check = await parts.check(value);
  if (check.kind === 'invalid') return refusal('api_key_invalid');
  if (check.kind === 'limited') return refusal('rate_limited');
  if (check.kind === 'unavailable') return refusal('unavailable');

  const { key, degraded } = check;
  const { organizationId, userId } = key;
  // At once; the former never rejects.
  const asked = standingOf(key, parts);
  const known = userId === null ? undefined : await parts.person(claimsOf(key, userId, organizationId));
  const person = known?.claim;
  const standing = await asked;
  if (standing === 'unknown') return refusal('unavailable');
  const { revoked, stores } = standing;
  if (revoked) return refusal('api_key_invalid');

  const auth = context(key, [stores, person, degraded], () => contextOf(key, stores, person, degraded));
  return { kind: 'authenticated', auth };
}

const context = sameAsBefore<AuthContext>();
const claims = sameAsBefore<PersonClaims>();

/** Whom a person's key is about: the same object as long as the key is known. */
function claimsOf(key: ApiKey, sub: string, organization: string): PersonClaims {
  return claims(key, [], () => ({ sub, org_id: organization, ofKey: true }));
}

function contextOf(
  { id, name, organizationId, scopes }: ApiKey,
  stores: readonly string[],
  person: UserClaim | undefined,
  degraded: boolean,
): AuthContext {
  return {
    principal: { kind: 'api-key', id, name },
    via: 'api-key',
    organization: { id: organizationId, role: null, permissions: scopes },
    ...accessOf({ kind: 'api-key', owner: { stores }, scopes, ...(person && { person }) }),
    degraded,
  };
}

async function standingOf(key: ApiKey, { standing, log }: ApiKeyParts): Promise<KeyStanding | 'unknown'> {
  try {
    return await standing(key);
  } catch (cause) {
    log.error('revocation_list_unavailable', { cause: String(cause) });
    return 'unknown';
  }
}
