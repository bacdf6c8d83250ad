import type { AuthContext } from '@layerkick/auth/auth-context';
import { resolveStores } from '@layerkick/auth/resolve-stores';
import type { RefreshOutcome, RefreshRequest } from '@layerkick/auth/provider';
import { authContextOfSession } from '@layerkick/auth/session/auth-context-of-session';
import { refreshObjectName } from '@layerkick/auth/session/refresh-once';
import { resolveSession } from '@layerkick/auth/session/resolve-session';
import { revokedSessionsInD1 } from '@layerkick/auth/session/revoked-sessions';
import { singleFlight } from '@layerkick/auth/session/single-flight';
import { readUserStores } from '@layerkick/auth/user-store-mapping';
import { env } from 'cloudflare:workers';
import { log } from '#/lib/log.server.ts';
import { answerIsPersonal, answerWithCookies, requestContext } from '#/lib/request-context.server.ts';
import { identityOf } from './identity.server.ts';

export type RequestSession =
  | { readonly kind: 'signed-in'; readonly auth: AuthContext }
  | { readonly kind: 'signed-out' }
  /** WorkOS, D1 or both cannot be asked; nobody is signed out by that, and nobody let in. */
  | { readonly kind: 'unavailable' };

const resolved = new WeakMap<Request, Promise<RequestSession>>();

/** Who the request being answered comes from. Worked out once per request; sets the cookies that this takes. */
export function sessionOfRequest(): Promise<RequestSession> {
  const { request } = requestContext();
  const known = resolved.get(request);
  if (known !== undefined) return known;
  const session = resolve();
  resolved.set(request, session);
  return session;
}

async function resolve(): Promise<RequestSession> {
  answerIsPersonal();
  const bypass = await devBypass();
  if (bypass !== null) return { kind: 'signed-in', auth: bypass };

  const { provider, store, configuration } = identityOf(env);
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
  const stores = resolveStores({
    kind: 'user',
    userId: claims.sub,
    adminUserIds: configuration.ADMIN_USER_IDS,
    internalOrganizationId: null,
    mapped: await readUserStores(env.LAYERKICK_KV, claims.sub, log),
    membership: null,
  });
  return { kind: 'signed-in', auth: authContextOfSession(session, claims, stores) };
}

async function devBypass(): Promise<AuthContext | null> {
  if (!import.meta.env.DEV) return null;
  const { devBypassContext } = await import('./dev-bypass.server.ts');
  return devBypassContext(identityOf(env).configuration);
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
