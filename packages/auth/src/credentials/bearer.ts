import type { AuthContext } from '../auth-context.ts';
import type { Log } from '../log.ts';
import { type ApplicationTokenClaims, isAboutApplication } from '../tokens/application-token.ts';
import type { BearerToken, VerifyBearer } from '../tokens/bearer-tokens.ts';
import type { AccessTokenClaims } from '../tokens/claims.ts';
import { sameAsBefore } from '../same-as-before.ts';
import { accessOf } from './access.ts';
import { type Authentication, refusal } from './authentication.ts';
import type { UserClaim } from './claim.ts';
import { both, permissionsOfScopes } from './permissions.ts';

/** Whom a checked token or key is about. */
export type PersonClaims = Pick<AccessTokenClaims, 'sub' | 'org_id' | 'role'> & {
  /** Of the session, where the token belongs to one. */
  readonly sid?: string | undefined;
  /** Of a key: it names no role, and the person has in its organization the one that the mirror knows. */
  readonly ofKey?: true;
};

/** What is known here about the person of a checked token or key. */
export interface KnownPerson {
  readonly claim: UserClaim;
  /** Whether the session that the token belongs to was ended here; null where nobody can tell. */
  readonly ended: boolean | null;
}

export interface BearerParts {
  /** At once where the token is known. */
  readonly verify: (token: string) => ReturnType<VerifyBearer> | BearerToken;
  /** Asked on every request, in one question. Never rejects. */
  readonly person: (claims: PersonClaims) => Promise<KnownPerson>;
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
  if (claims.of === 'application' && isAboutApplication(claims.application)) {
    return ofApplicationItself(claims.application, parts);
  }
  const about = claims.of === 'session' ? claims.session : claims.application;
  const { claim, ended } = await parts.person(about);
  const refused = about.sid === undefined ? null : refusalOfSession(ended, parts);
  if (refused !== null) return refused;
  const auth =
    claims.of === 'session'
      ? ofPerson(claims.session, claim)
      : onBehalfOfPerson(claims.application, claim, parts.readingAudience);
  return { kind: 'authenticated', auth };
}

/** A token whose session was ended here is no good any more. */
function refusalOfSession(ended: boolean | null, { log }: Pick<BearerParts, 'log'>): Authentication | null {
  if (ended === null) {
    log.error('revocation_list_unavailable', { cause: 'The standing of a session cannot be read' });
    return refusal('unavailable');
  }
  return ended ? refusal('token_revoked') : null;
}

const context = sameAsBefore<AuthContext>();

/** The access token of a session gives what the session gives. */
function ofPerson(claims: AccessTokenClaims, claim: UserClaim): AuthContext {
  return context(claims, [claim], () => {
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
  });
}

async function ofApplicationItself(
  claims: ApplicationTokenClaims,
  parts: BearerParts,
): Promise<Authentication> {
  const { sub, sid, org_id: id, scope: scopes } = claims;
  // Nothing of ours is a session of an application; but what says it is one ends with it.
  const refused = sid === undefined ? null : refusalOfSession((await parts.person(claims)).ended, parts);
  if (refused !== null) return refused;
  const stores = id === undefined ? null : await parts.organizationStores(id);
  const auth = context(claims, [stores], () => ({
    principal: { kind: 'service', id: sub },
    via: 'bearer',
    organization: id === undefined ? null : { id, role: null, permissions: scopes },
    ...accessOf({ kind: 'service', owner: stores && { stores }, scopes }),
    degraded: false,
  }));
  return { kind: 'authenticated', auth };
}

/** An application has what the person has and let it have; to read, where the token is for the address of assistants. */
function onBehalfOfPerson(
  claims: ApplicationTokenClaims,
  claim: UserClaim,
  readingAudience: string,
): AuthContext {
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
