import type { AuthContext } from '../auth-context.ts';
import type { Access } from '../credentials/access.ts';
import type { AccessTokenClaims } from '../tokens/claims.ts';
import type { Session } from './session.ts';

/** The person behind a session that was checked, with the stores they may see. */
export function authContextOfSession(
  session: Session,
  claims: AccessTokenClaims,
  access: Access,
  degraded = false,
): AuthContext {
  const { user, impersonator } = session;
  const authenticatedAt = claims.auth_time === undefined ? session.signedInAt : claims.auth_time * 1000;
  const name = [user.firstName, user.lastName].filter(Boolean).join(' ');
  return {
    // The token's subject, not the cookie's copy of the profile, is who is asking.
    principal: { kind: 'user', id: claims.sub, email: user.email, ...(name === '' ? {} : { name }) },
    via: 'session',
    organization:
      claims.org_id === undefined
        ? null
        : { id: claims.org_id, role: claims.role ?? null, permissions: claims.permissions ?? [] },
    ...access,
    sessionId: claims.sid,
    ...(authenticatedAt === undefined ? {} : { authenticatedAt }),
    ...(impersonator === undefined ? {} : { impersonator }),
    degraded,
  };
}
