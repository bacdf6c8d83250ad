import { revokedSessionsInD1 } from '@layerkick/auth/session/revoked-sessions';
import { sidOf } from '@layerkick/auth/session/sid-of';
import { env } from 'cloudflare:workers';
import { log } from '#/lib/log.server.ts';
import { answerIsPersonal, answerWithCookies, requestContext } from '#/lib/request-context.server.ts';
import { type Identity, identityOf } from './identity.server.ts';
import { LOGOUT_PATH } from './paths.ts';

/**
 * Ends the session of this browser here and says where the browser goes to end it at WorkOS.
 *
 * Needs neither a valid token nor WorkOS nor D1: whatever cannot be reached, the cookie goes.
 */
export async function endSession(): Promise<string> {
  answerIsPersonal();
  const identity = identityOf(env);
  const { cookies } = requestContext();
  const stored = await identity.store.read(cookies);
  answerWithCookies(await identity.store.clear(cookies));

  const session = stored.kind === 'found' ? stored.session : null;
  const sid = session === null ? undefined : sidOf(session);
  if (session === null || sid === undefined) return identity.configuration.APP_ORIGIN + LOGOUT_PATH;
  try {
    await revokedSessionsInD1(env.DB).add(sid, Date.now());
  } catch (cause) {
    log.error('revocation_not_recorded', { cause: String(cause) });
  }
  return providerLogoutUrl(sid, session.accessToken, identity);
}

/** Whether the browser brings a session along, readable or not. */
export async function carriesSession(): Promise<boolean> {
  answerIsPersonal();
  const stored = await identityOf(env).store.read(requestContext().cookies);
  return stored.kind !== 'none';
}

export function providerLogoutUrl(
  sessionId: string,
  accessToken: string,
  { provider, configuration }: Identity,
): Promise<string> {
  return provider.logoutUrl({ sessionId, accessToken, returnTo: configuration.APP_ORIGIN + LOGOUT_PATH });
}

/** False when that cannot be told: the next request asks again, and is answered with "unavailable" then. */
export async function isRevokedHere(sid: string): Promise<boolean> {
  try {
    return await revokedSessionsInD1(env.DB).has(sid);
  } catch (cause) {
    log.error('revocation_list_unavailable', { cause: String(cause) });
    return false;
  }
}
