import type { AuthContext } from '@layerkick/auth/auth-context';
import { accessOf } from '@layerkick/auth/credentials/access';
import { authContextOfSession } from '@layerkick/auth/session/auth-context-of-session';
import { resolveSession } from '@layerkick/auth/session/resolve-session';
import { revokedSessionsInD1 } from '@layerkick/auth/session/revoked-sessions';
import { env } from 'cloudflare:workers';
import { log } from '#/lib/log.server.ts';
import { answerWithCookies, requestContext } from '#/lib/request-context.server.ts';
import { identityOf } from './identity.server.ts';
import { personClaim } from './person-claim.server.ts';
import { refreshTogether, writtenTogether } from './session-renewal.server.ts';

export type RequestSession =
  | { readonly kind: 'signed-in'; readonly auth: AuthContext }
  | { readonly kind: 'signed-out' }
  /** WorkOS, D1 or both cannot be asked; nobody is signed out by that, and nobody let in. */
  | { readonly kind: 'unavailable' };

/**
 * The session in the cookies of the request being answered; sets the cookies that finding it out takes. Asked by
 * `authenticateRequest` alone, once per request.
 */
export async function sessionOfRequest(): Promise<RequestSession> {
  const { provider, store } = identityOf(env);
  const outcome = await resolveSession(requestContext().cookies, {
    provider,
    store: writtenTogether(store),
    revoked: revokedSessionsInD1(env.DB),
    refresh: refreshTogether,
    clock: Date.now,
    log,
  });
  answerWithCookies(outcome.setCookies);
  if (outcome.kind !== 'signed-in') return { kind: outcome.kind };

  const { session, claims, degraded } = outcome;
  const access = accessOf(await personClaim(claims, session.signedInBy ?? null));
  return { kind: 'signed-in', auth: authContextOfSession(session, claims, access, degraded) };
}
