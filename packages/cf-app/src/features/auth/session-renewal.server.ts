import type { SetCookie } from '@layerkick/auth/cookie';
import type { RefreshOutcome, RefreshRequest } from '@layerkick/auth/provider';
import type { SessionStore } from '@layerkick/auth/session-store';
import { refreshObjectName } from '@layerkick/auth/session/refresh-once';
import { readSessionCookie } from '@layerkick/auth/session/session-cookie';
import { singleFlight } from '@layerkick/auth/session/single-flight';
import { env } from 'cloudflare:workers';
import { log } from '#/lib/log.server.ts';
import { requestContext, requestId } from '#/lib/request-context.server.ts';
import { noteAttempt, workosTimeLeft } from '#/lib/trace.server.ts';
import { identityOf } from './identity.server.ts';
import type { TracedRefresh } from './session-refresh.server.ts';

/** A token that is still good is renewed quickly or by a later request. */
const AHEAD_OF_TIME_MS = 800;

const refreshes = singleFlight<RefreshOutcome>();

/** Requests in this isolate share one call; the Durable Object behind it makes that one call for all isolates. */
export async function refreshTogether(
  request: RefreshRequest,
  need: 'soon' | 'now',
): Promise<RefreshOutcome> {
  const name = await refreshObjectName(request.refreshToken);
  const patienceMs = need === 'soon' ? AHEAD_OF_TIME_MS : Number.POSITIVE_INFINITY;
  return refreshes(name, () => keptAlive(askRefreshObject(name, request, patienceMs)));
}

const writes = singleFlight<readonly SetCookie[]>();

/** Requests that renewed a session together write it once, too: KV takes one write a second to a key. */
export function writtenTogether(store: SessionStore): SessionStore {
  return {
    ...store,
    write: (session, cookies) =>
      writes(`${readSessionCookie(cookies)} ${session.refreshToken}`, () =>
        keptAlive(store.write(session, cookies)),
      ),
  };
}

/** The browser that asked first may go away; the others still wait for this. */
function keptAlive<T>(work: Promise<T>): Promise<T> {
  requestContext().waitUntil(work);
  return work;
}

async function askRefreshObject(
  name: string,
  request: RefreshRequest,
  patienceMs: number,
): Promise<RefreshOutcome> {
  const deadlineMs = identityOf(env).configuration.WORKOS_DEADLINE_MS;
  const budgetMs = Math.min(patienceMs, workosTimeLeft(Date.now(), deadlineMs));
  try {
    const object = env.SESSION_REFRESH.getByName(name);
    const traced: TracedRefresh = await object.refreshFor(request, { requestId: requestId(), budgetMs });
    traced.attempts.forEach(noteAttempt);
    return traced.outcome;
  } catch (cause) {
    log.error('session_refresh_object_failed', { cause: String(cause) });
    return { kind: 'transient', reason: 'refresh_object_failed' };
  }
}
