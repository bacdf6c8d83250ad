import '@tanstack/react-start/server-only';
import type { AuthContext, StoreAccess } from '@layerkick/auth/auth-context';
import { authenticateRequest } from '#/features/auth/authenticate-request.server.ts';
import { authorizationUrl, type CallbackOutcome, signInCallback } from '#/features/auth/sign-in.server.ts';
import { endSession } from '#/features/auth/sign-out.server.ts';
import { requestContext, requestId } from './request-context.server.ts';

/** WorkOS or D1 cannot be asked who this is. Nobody was signed out by that. */
export class SessionUnavailableError extends Error {
  readonly code = 'session_unavailable';
}

/** Who is asking, or null. Renews the session where that is due. @throws {SessionUnavailableError} */
export async function getSession(): Promise<AuthContext | null> {
  const authentication = await authenticateRequest(requestContext().request);
  if (authentication.kind === 'authenticated') return authentication.auth;
  if (authentication.kind === 'refused' && authentication.status === 503) {
    throw new SessionUnavailableError(`Request ${requestId()}`);
  }
  return null;
}

/** Begins a sign-in (sets its cookie) and says where to send the browser. Reads `return_to` from the request. */
export function getAuthorizationUrl(): Promise<string> {
  return authorizationUrl(requestQuery());
}

/** Ends the sign-in that WorkOS sent back, with a session or a reason why there is none. */
export function handleAuthCallback(): Promise<CallbackOutcome> {
  return signInCallback(requestQuery());
}

/** Ends the session here (deletes its cookie) and says where to send the browser to end it at WorkOS. */
export function getLogoutUrl(): Promise<string> {
  return endSession();
}

/**
 * `'all'`, or the slugs that the person may see; none for nobody.
 *
 * @public part of this face by contract
 * @throws {SessionUnavailableError}
 */
export async function getUserStores(): Promise<StoreAccess> {
  return (await getSession())?.stores ?? [];
}

function requestQuery(): URLSearchParams {
  return new URL(requestContext().request.url).searchParams;
}
