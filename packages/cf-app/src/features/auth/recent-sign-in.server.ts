import type { AuthContext } from '@layerkick/auth/auth-context';
import { safeReturnPath } from '@layerkick/auth/return-to';
import { signedInRecently } from '@layerkick/auth/session/recent-sign-in';
import { requestId } from '#/lib/request-context.server.ts';
import { LOGIN_PATH } from './paths.ts';
import { pageOfRequest } from './page-of-request.server.ts';
import type { SignInAgain } from './person.ts';

/**
 * Somebody who signed in within the last minutes. A server function that always takes that declares `recentSignIn`
 * (`declared/functions.ts`) and need not ask; one that takes it only sometimes (revoking an owner, but not a viewer)
 * asks here, after the check of permissions:
 *
 *     const recent = requireRecentSignIn(auth);
 *     if (!recent.ok) return recent;
 *
 * @param returnTo the page to come back to, a path with its search; the one that asks where left out
 */
export function requireRecentSignIn(
  auth: AuthContext,
  returnTo: string = pageOfRequest(),
): { readonly ok: true } | SignInAgain {
  return signedInRecently(auth, Date.now()) ? { ok: true } : signInAgain(returnTo);
}

/** The way to prove once more who one is, and back. */
export function signInAgain(returnTo: string): SignInAgain {
  const query = new URLSearchParams({ return_to: safeReturnPath(returnTo), again: '1' });
  return { ok: false, code: 'sign_in_again', signIn: `${LOGIN_PATH}?${query}`, requestId: requestId() };
}
