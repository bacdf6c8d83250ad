import type { SetCookie } from '@layerkick/auth/cookie';
import type { RefreshOutcome, RefreshRequest } from '@layerkick/auth/provider';
import type { SessionStore } from '@layerkick/auth/session-store';
import { refreshObjectName } from '@layerkick/auth/session/refresh-once';
import { readSessionCookie } from '@layerkick/auth/session/session-cookie';
import { singleFlight } from '@layerkick/auth/session/single-flight';
import { env } from 'cloudflare:workers';
import { log } from '#/lib/log.server.ts';
import { requestContext } from '#/lib/request-context.server.ts';

const refreshes = singleFlight<RefreshOutcome>();

/** Requests in this isolate share one call; the Durable Object behind it makes that one call for all isolates. */
export async function refreshTogether(request: RefreshRequest): Promise<RefreshOutcome> {
  const name = await refreshObjectName(request.refreshToken);
  return refreshes(name, () => keptAlive(askRefreshObject(name, request)));
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

async function askRefreshObject(name: string, request: RefreshRequest): Promise<RefreshOutcome> {
  try {
    return await env.SESSION_REFRESH.getByName(name).refresh(request);
  } catch (cause) {
    log.error('session_refresh_object_failed', { cause: String(cause) });
    return { kind: 'transient', reason: 'refresh_object_failed' };
  }
}
