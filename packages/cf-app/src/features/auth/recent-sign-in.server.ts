import type { AuthContext } from '@layerkick/auth/auth-context';
import { safeReturnPath } from '@layerkick/auth/return-to';
import { signedInRecently } from '@layerkick/auth/session/recent-sign-in';
import { requestId } from '#/lib/request-context.server.ts';
import { LOGIN_PATH } from './identity.server.ts';
import type { SignInAgain } from './person.ts';

/**
 * Somebody who signed in within the last minutes. What cannot be undone (deleting a store, revoking an owner) or
 * shows a secret begins with it, after the check of permissions.
 *
 * @param returnTo the page to come back to, a path with its search
 */
export function requireRecentSignIn(
  auth: AuthContext,
  returnTo: string,
): { readonly ok: true } | SignInAgain {
  if (signedInRecently(auth, Date.now())) return { ok: true };
  const query = new URLSearchParams({ return_to: safeReturnPath(returnTo), again: '1' });
  return { ok: false, code: 'sign_in_again', signIn: `${LOGIN_PATH}?${query}`, requestId: requestId() };
}
