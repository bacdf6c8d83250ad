import type { AuthContext } from '../auth-context.ts';
import type { Log } from '../log.ts';
import type { UserClaim } from '../resolve-stores.ts';
import { type ApplicationTokenClaims, isAboutApplication } from '../tokens/application-token.ts';
import type { VerifyBearer } from '../tokens/bearer-tokens.ts';
import type { AccessTokenClaims } from '../tokens/claims.ts';
import { sameAsBefore } from '../same-as-before.ts';
import { accessOf } from './access.ts';
import { type Authentication, refusal } from './authentication.ts';
import { both, permissionsOfScopes } from './permissions.ts';

/** Whom a checked token or key is about. */
export type PersonClaims = Pick<AccessTokenClaims, 'sub' | 'org_id' | 'role'> & {
  /** Of the session, where the token belongs to one. */
  readonly sid?: string | undefined;
  /** Of a key: it names no role, and the person has in its organization the one that the mirror knows. */
  readonly ofKey?: true;
};

export interface BearerParts {
  readonly verify: VerifyBearer;
  /** Whether the session of these claims was ended here. Asked on every request. */
  readonly revoked: { has(sid: string, claims: PersonClaims): Promise<boolean> };
  /** What is known about the person of a checked token. */
  readonly personClaim: (claims: PersonClaims) => Promise<UserClaim>;
  /** The stores of an organization; none where they cannot be read. */
  readonly organizationStores: (organizationId: string) => Promise<readonly string[]>;
  /** The address that tokens for assistants are issued for. A person who lets an application in there lets it read. */
  readonly readingAudience: string;
  readonly log: Log;
}

/** Who a bearer token belongs to: a person, an application acting for one, or an application by itself. */
export async function authenticateBearer(token: string, parts: BearerParts): Promise<Authentication> {
  const check = await parts.verify(token);
  if (check.kind === 'refused') return refusal('token_invalid');
  if (check.kind === 'expired') return refusal('token_expired');
  if (check.kind === 'unavailable') return refusal('unavailable');

  const { claims } = check;
  const about = claims.of === 'session' ? claims.session : claims.application;
  // At once; the former never rejects.
  const asked = isRevoked(about, parts);
  const auth = await (claims.of === 'session'
    ? ofPerson(claims.session, parts)
    : ofApplication(claims.application, parts));
  const revoked = await asked;
  if (revoked === 'unknown') return refusal('unavailable');
  return revoked ? refusal('token_revoked') : { kind: 'authenticated', auth };
}

/** The access token of a session gives what the session gives; one that was ended here is no good any more. */
async function ofPerson(claims: AccessTokenClaims, { personClaim }: BearerParts): Promise<AuthContext> {
  const claim = await personClaim(claims);
  return context(claims, [claim], () => contextOfPerson(claims, claim));
}

const context = sameAsBefore<AuthContext>();

function contextOfPerson(claims: AccessTokenClaims, claim: UserClaim): AuthContext {
  const { sub, sid, org_id: id, role = null, permissions = [], auth_time: authTime } = claims;
  return {
    principal: { kind: 'user', id: sub },
    via: 'bearer',
    organization: id === undefined ? null : { id, role, permissions },
    ...accessOf(claim),
    sessionId: sid,
    ...(authTime === undefined ? {} : { authenticatedAt: authTime * 1000 }),
    degraded: false,
  };
}

function ofApplication(claims: ApplicationTokenClaims, parts: BearerParts): Promise<AuthContext> {
  return isAboutApplication(claims) ? ofApplicationItself(claims, parts) : onBehalfOfPerson(claims, parts);
}

async function ofApplicationItself(claims: ApplicationTokenClaims, parts: BearerParts): Promise<AuthContext> {
  const { sub, org_id: id, scope: scopes } = claims;
  const stores = id === undefined ? null : await parts.organizationStores(id);
  return context(claims, [stores], () => ({
    principal: { kind: 'service', id: sub },
    via: 'bearer',
    organization: id === undefined ? null : { id, role: null, permissions: scopes },
    ...accessOf({ kind: 'service', owner: stores && { stores }, scopes }),
    degraded: false,
  }));
}

/** An application has what the person has and let it have; to read, where the token is for the address of assistants. */
async function onBehalfOfPerson(claims: ApplicationTokenClaims, parts: BearerParts): Promise<AuthContext> {
  const { readingAudience } = parts;
  const claim = await parts.personClaim(claims);
  return context(claims, [claim, readingAudience], () => {
    const { sub, sid, aud, org_id: id, role = null, scope } = claims;
    const consented = aud.includes(readingAudience) ? [...scope, 'stats:read'] : scope;
    const { permissions, ...access } = accessOf(claim);
    return {
      principal: { kind: 'user', id: sub },
      via: 'bearer',
      organization: id === undefined ? null : { id, role, permissions: scope },
      ...access,
      permissions: both(permissions, permissionsOfScopes(consented)),
      ...(sid === undefined ? {} : { sessionId: sid }),
      degraded: false,
    };
  });
}

async function isRevoked(claims: PersonClaims, { revoked, log }: BearerParts): Promise<boolean | 'unknown'> {
  const { sid } = claims;
  if (sid === undefined) return false;
  try {
    return await revoked.has(sid, claims);
  } catch (cause) {
    log.error('revocation_list_unavailable', { cause: String(cause) });
    return 'unknown';
  }
}
