import { WorkOS } from '@workos-inc/node';
import { API_KEY, CLIENT_ID } from '../accounts.ts';

/** What an app does with WorkOS, with nothing but the SDK and a browser that does not follow redirects by itself. */

export const CALLBACK = 'http://localhost:3051/auth/workos/callback';
export const SIGNED_OUT = 'http://localhost:3051/auth/workos/logout';
export const COOKIE_PASSWORD = 'a-password-for-tests-of-at-least-32-characters';

export function sdkFor(workos: { url: string }, apiKey = API_KEY): WorkOS {
  const { hostname, port } = new URL(workos.url);
  return new WorkOS(apiKey, {
    clientId: CLIENT_ID,
    apiHostname: hostname,
    port: Number(port),
    https: false,
    maxRetries: 0,
  });
}

/** Opens an address as a browser would and says where it is sent, or shows the page. */
export async function visit(address: string): Promise<{ status: number; to: URL | null; page: string }> {
  const response = await fetch(address, { redirect: 'manual' });
  const location = response.headers.get('location');
  return {
    status: response.status,
    to: location === null ? null : new URL(location, address),
    page: await response.text(),
  };
}

interface SignInChoices {
  readonly email: string;
  readonly organizationId?: string;
  readonly invitationToken?: string;
}

/** Goes through the sign-in page as far as the code in the callback's address, with PKCE. */
export async function obtainCode(
  sdk: WorkOS,
  { email, organizationId, invitationToken }: SignInChoices,
): Promise<{ callback: URL; code: string; codeVerifier: string }> {
  const { codeVerifier, codeChallenge } = await sdk.pkce.generate();
  const address = sdk.userManagement.getAuthorizationUrl({
    provider: 'authkit',
    redirectUri: CALLBACK,
    state: 'state-of-the-app',
    codeChallenge,
    codeChallengeMethod: 'S256',
    screenHint: 'sign-in',
    loginHint: email,
    ...(organizationId !== undefined && { organizationId }),
    ...(invitationToken !== undefined && { invitationToken }),
  });
  const { to } = await visit(address);
  if (!to) throw new Error('the sign-in did not return to the app');
  return { callback: to, code: to.searchParams.get('code') ?? '', codeVerifier };
}

/** A whole sign-in, to the sealed cookie. */
export async function signIn(sdk: WorkOS, choices: SignInChoices) {
  const { code, codeVerifier } = await obtainCode(sdk, choices);
  const answer = await sdk.userManagement.authenticateWithCode({
    code,
    codeVerifier,
    session: { sealSession: true, cookiePassword: COOKIE_PASSWORD },
  });
  return { ...answer, session: loadSession(sdk, answer.sealedSession ?? '') };
}

export function loadSession(sdk: WorkOS, sealed: string) {
  return sdk.userManagement.loadSealedSession({ sessionData: sealed, cookiePassword: COOKIE_PASSWORD });
}
