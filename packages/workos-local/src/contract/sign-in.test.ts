import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNTS, CLIENT_ID, ISSUER } from '../accounts.ts';
import { startWorkosLocal, type WorkosLocal } from '../server.ts';
import { CALLBACK, obtainCode, sdkFor, signIn, visit } from './app.ts';

const publishedKeys = async (url: string) => (await fetch(`${url}/sso/jwks/${CLIENT_ID}`)).json();

let now = Date.UTC(2025, 10, 2, 12);
let workos: WorkosLocal;
beforeAll(async () => {
  workos = await startWorkosLocal({ now: () => now, accessTokenSeconds: 120 });
});
afterAll(() => workos.close());

const authorizeAddress = (changes: Record<string, string> = {}) => {
  const address = new URL(
    sdkFor(workos).userManagement.getAuthorizationUrl({
      provider: 'authkit',
      redirectUri: CALLBACK,
      state: 'a&b=c',
      screenHint: 'sign-in',
    }),
  );
  for (const [name, value] of Object.entries(changes)) address.searchParams.set(name, value);
  return address.href;
};

test.each(ACCOUNTS)('$email signs in under the fixed id $id', async ({ id, email, firstName, lastName }) => {
  const { user } = await signIn(sdkFor(workos), { email });
  expect(user).toMatchObject({ id, email, firstName, lastName, emailVerified: true });
});

test('the sign-in page offers each account as a link that goes back to the app with its code and the state', async () => {
  const { status, page } = await visit(authorizeAddress());
  expect(status).toBe(200);
  for (const { email } of ACCOUNTS) expect(page).toContain(`data-user="${email}"`);
  const href =
    /href="([^"]+)"\s+data-user="merchant@fmdf\.test"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const { to } = await visit(new URL(href, workos.url).href);
  expect(to?.href).toMatch(/^http:\/\/localhost:3051\/auth\/workos\/callback\?code=/);
  expect(to?.searchParams.get('state')).toBe('a&b=c');
});

test('the page greets by screen hint, and a login hint that nobody has is said, as text', async () => {
  expect((await visit(authorizeAddress({ screen_hint: 'sign-up' }))).page).toContain('<h1>Sign up</h1>');
  const { status, page } = await visit(authorizeAddress({ login_hint: '<script>alert(1)</script>' }));
  expect(status).toBe(200);
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toContain('<script');
});

test.each([
  ['a redirect URI that is not configured', { redirect_uri: 'http://evil.test/auth/workos/callback' }],
  ['a redirect URI below a configured one', { redirect_uri: `${CALLBACK}/more` }],
  ['a redirect URI that is none', { redirect_uri: 'callback' }],
  ['another client', { client_id: 'client_somebody_else' }],
  ['a plain PKCE challenge', { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' }],
  ['a challenge without its method', { code_challenge: 'x'.repeat(43) }],
  ['a provider that is not imitated', { provider: 'GoogleOAuth' }],
])('%s is refused on a page, without a redirect', async (_, changes) => {
  expect(await visit(authorizeAddress({ login_hint: 'merchant@fmdf.test', ...changes }))).toMatchObject({
    status: 400,
    to: null,
  });
});

test('a code works once', async () => {
  const sdk = sdkFor(workos);
  const { code, codeVerifier } = await obtainCode(sdk, { email: 'merchant@fmdf.test' });
  await sdk.userManagement.authenticateWithCode({ code, codeVerifier });
  await expect(sdk.userManagement.authenticateWithCode({ code, codeVerifier })).rejects.toMatchObject({
    status: 400,
    error: 'invalid_grant',
  });
});

test('a code older than ten minutes is refused', async () => {
  const sdk = sdkFor(workos);
  const { code, codeVerifier } = await obtainCode(sdk, { email: 'merchant@fmdf.test' });
  now += 10 * 60_000;
  await expect(sdk.userManagement.authenticateWithCode({ code, codeVerifier })).rejects.toMatchObject({
    error: 'invalid_grant',
  });
});

test('a wrong verifier gives no session and uses the code up; no verifier gives none either', async () => {
  const sdk = sdkFor(workos);
  const { code, codeVerifier } = await obtainCode(sdk, { email: 'merchant@fmdf.test' });
  const wrong = sdk.userManagement.authenticateWithCode({ code, codeVerifier: 'v'.repeat(43) });
  await expect(wrong).rejects.toMatchObject({ error: 'invalid_grant' });
  const late = sdk.userManagement.authenticateWithCode({ code, codeVerifier });
  await expect(late).rejects.toMatchObject({ error: 'invalid_grant' });

  const other = await obtainCode(sdk, { email: 'merchant@fmdf.test' });
  const without = sdk.userManagement.authenticateWithCode({ code: other.code });
  await expect(without).rejects.toMatchObject({ error: 'invalid_grant' });
});

test('a wrong API key gives no session', async () => {
  const { code, codeVerifier } = await obtainCode(sdkFor(workos), { email: 'merchant@fmdf.test' });
  const stranger = sdkFor(workos, 'sk_test_of_somebody_else');
  await expect(stranger.userManagement.authenticateWithCode({ code, codeVerifier })).rejects.toMatchObject({
    status: 401,
  });
});

test('an access token verifies against the published key and carries what the hosted one carries', async () => {
  const sdk = sdkFor(workos);
  const { accessToken, user, session } = await signIn(sdk, { email: 'merchant@fmdf.test' });
  const keys = createRemoteJWKSet(new URL(sdk.userManagement.getJwksUrl(CLIENT_ID)));
  const { payload } = await jwtVerify(accessToken, keys, { issuer: ISSUER, currentDate: new Date(now) });
  expect(payload).toEqual({
    client_id: CLIENT_ID,
    sid: expect.stringMatching(/^session_/),
    sub: user.id,
    jti: expect.any(String),
    iss: ISSUER,
    iat: now / 1000,
    exp: now / 1000 + 120,
  });
  expect(decodeJwt((await signIn(sdk, { email: 'merchant@fmdf.test' })).accessToken).jti).not.toBe(
    payload.jti,
  );
  // The clock of this test is in the past, which the SDK sees as an expired token rather than as a wrong one.
  expect(await session.authenticate()).toMatchObject({ authenticated: false, reason: 'invalid_jwt' });
});

test('the key is the same in every server, so a restart invalidates nothing', async () => {
  const another = await startWorkosLocal();
  expect(await publishedKeys(another.url)).toEqual(await publishedKeys(workos.url));
  await another.close();
});
