import type { AuthContext } from '@layerkick/auth/auth-context';
import { accessOf } from '@layerkick/auth/credentials/access';
import type { RefreshOutcome, RefreshRequest } from '@layerkick/auth/provider';
import { authContextOfSession } from '@layerkick/auth/session/auth-context-of-session';
import { refreshObjectName } from '@layerkick/auth/session/refresh-once';
import { resolveSession } from '@layerkick/auth/session/resolve-session';
import { revokedSessionsInD1 } from '@layerkick/auth/session/revoked-sessions';
import { singleFlight } from '@layerkick/auth/session/single-flight';
import { env } from 'cloudflare:workers';
import { log } from '#/lib/log.server.ts';
import { answerWithCookies, requestContext } from '#/lib/request-context.server.ts';
import { identityOf } from './identity.server.ts';
import { personClaim } from './person-claim.server.ts';

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
    store,
    revoked: revokedSessionsInD1(env.DB),
    refresh,
    clock: Date.now,
    log,
  });
  answerWithCookies(outcome.setCookies);
  if (outcome.kind !== 'signed-in') return { kind: outcome.kind };

  const { session, claims } = outcome;
  const access = accessOf(await personClaim(claims));
  return { kind: 'signed-in', auth: authContextOfSession(session, claims, access) };
}

const together = singleFlight<RefreshOutcome>();

/** Requests in this isolate share one call; the Durable Object behind it makes that one call for all isolates. */
async function refresh(request: RefreshRequest): Promise<RefreshOutcome> {
  const name = await refreshObjectName(request.refreshToken);
  const { waitUntil } = requestContext();
  return together(name, () => {
    const outcome = askRefreshObject(name, request);
    // The browser that asked first may go away; the others still wait for this.
    waitUntil(outcome);
    return outcome;
  });
}

async function askRefreshObject(name: string, request: RefreshRequest): Promise<RefreshOutcome> {
  try {
    return await env.SESSION_REFRESH.getByName(name).refresh(request);
  } catch (cause) {
    log.error('session_refresh_object_failed', { cause: String(cause) });
    return { kind: 'transient', reason: 'refresh_object_failed' };
  }
}
