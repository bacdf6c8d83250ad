import type { Log } from '../log.ts';
import type { AuthProvider } from '../provider.ts';
import type { UserClaim } from '../resolve-stores.ts';
import type { RevokedSessions } from '../session/revoked-sessions.ts';
import type { AccessTokenClaims } from '../tokens/claims.ts';
import { accessOf } from './access.ts';
import { type Authentication, refusal } from './authentication.ts';

export interface BearerParts {
  readonly provider: Pick<AuthProvider, 'verify'>;
  readonly revoked: Pick<RevokedSessions, 'has'>;
  /** What is known about the person of a checked token. */
  readonly personClaim: (claims: AccessTokenClaims) => Promise<UserClaim>;
  readonly log: Log;
}

/** Who a bearer token belongs to. The access token of a session that was ended here is no good any more. */
export async function authenticateBearer(token: string, parts: BearerParts): Promise<Authentication> {
  const check = await parts.provider.verify(token);
  if (check.kind === 'refused') return refusal('token_invalid');
  if (check.kind === 'expired') return refusal('token_expired');
  if (check.kind === 'unavailable') return refusal('unavailable');

  const { claims } = check;
  const [revoked, person] = await Promise.all([isRevoked(claims.sid, parts), parts.personClaim(claims)]);
  if (revoked === 'unknown') return refusal('unavailable');
  if (revoked) return refusal('token_revoked');
  const organization =
    claims.org_id === undefined
      ? null
      : { id: claims.org_id, role: claims.role ?? null, permissions: claims.permissions ?? [] };
  const auth = {
    principal: { kind: 'user', id: claims.sub },
    via: 'bearer',
    organization,
    ...accessOf(person),
    sessionId: claims.sid,
    degraded: false,
  } as const;
  return { kind: 'authenticated', auth };
}

async function isRevoked(sid: string, { revoked, log }: BearerParts): Promise<boolean | 'unknown'> {
  try {
    return await revoked.has(sid);
  } catch (cause) {
    log.error('revocation_list_unavailable', { cause: String(cause) });
    return 'unknown';
  }
}
