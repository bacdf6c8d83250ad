import { expect, test } from 'vitest';
import { parseCookies, type SetCookie } from '../cookie.ts';
import { sealJson } from '../session/seal.ts';
import { beginFlow, closeFlow, type FlowParts } from './flow.ts';

const passwords = { current: 'the-password-in-use-of-at-least-32-characters' };
const redirectUri = 'https://app.layerkick.com/auth/workos/callback';
const start = 1_800_000_000_000;

function partsAt(now: number, https = true): FlowParts {
  return { passwords, clock: () => now, random: (bytes) => crypto.getRandomValues(bytes), https };
}

function cookiesOf(setCookies: readonly SetCookie[]) {
  return parseCookies(setCookies.map(({ header }) => header.split(';')[0]).join('; '));
}

const begin = (returnTo: unknown, now = start, cookies = new Map<string, string>()) =>
  beginFlow({ returnTo, redirectUri }, cookies, partsAt(now));

test('back in the same browser in time: the verifier that the challenge was made of, and the way on', async () => {
  const { state, setCookies, codeChallenge } = await begin('/stats/fmdf');
  const closed = await closeFlow(state, redirectUri, cookiesOf(setCookies), partsAt(start + 600_000));
  if (closed.kind !== 'mine') throw new Error(closed.reason);
  expect(closed.returnPathname).toBe('/stats/fmdf');
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(closed.codeVerifier));
  expect(Buffer.from(hash).toString('base64url')).toBe(codeChallenge);
});

test('over https the cookie is __Host-, Secure, HttpOnly, Lax, for the whole site', async () => {
  const [cookie] = (await begin('/')).setCookies;
  expect(cookie?.name).toMatch(/^__Host-/);
  expect(cookie?.header.split('; ').slice(1).toSorted()).toEqual([
    'HttpOnly',
    'Max-Age=600',
    'Path=/',
    'SameSite=Lax',
    'Secure',
  ]);
});

test('a state older than 600 s is refused', async () => {
  const { state, setCookies } = await begin('/stats/fmdf');
  const closed = await closeFlow(state, redirectUri, cookiesOf(setCookies), partsAt(start + 600_001));
  expect(closed).toMatchObject({ kind: 'refused', reason: 'too-old', returnPathname: '/stats/fmdf' });
});

test('without its cookie, or with another flow’s, a state is refused and its way on still known', async () => {
  const { state } = await begin('/stats/fmdf');
  const other = await begin('/stats/northwind');
  for (const cookies of [new Map(), cookiesOf(other.setCookies)]) {
    const closed = await closeFlow(state, redirectUri, cookies, partsAt(start));
    expect(closed).toEqual({
      kind: 'refused',
      reason: 'not-here',
      returnPathname: '/stats/fmdf',
      setCookies: [],
    });
  }
});

test('a state that was not sealed here is refused, whatever cookie comes with it', async () => {
  const forged = await sealJson(
    { nonce: 'n', codeVerifier: 'v'.repeat(43), issuedAt: start, returnPathname: '/', redirectUri },
    { current: 'somebody-elses-password-of-32-characters' },
  );
  const cookies = new Map([['__Host-wos-flow.000000000.forged', forged]]);
  expect(await closeFlow(forged, redirectUri, cookies, partsAt(start))).toMatchObject({ reason: 'not-ours' });
});

test('a sealed session is no state, although it is sealed with the same password', async () => {
  const sealed = await sealJson({ accessToken: 'a', refreshToken: 'r', user: { id: 'user_1' } }, passwords);
  const cookies = new Map([['__Host-wos-flow.000000000.session', sealed]]);
  expect(await closeFlow(sealed, redirectUri, cookies, partsAt(start))).toMatchObject({ reason: 'not-ours' });
});

test('a state for another redirect address is refused', async () => {
  const { state, setCookies } = await begin('/');
  const elsewhere = 'https://staging.layerkick.com/auth/workos/callback';
  const closed = await closeFlow(state, elsewhere, cookiesOf(setCookies), partsAt(start));
  expect(closed).toMatchObject({ kind: 'refused', reason: 'not-ours' });
});

test.each([0, 600_001])('the cookie is deleted %d ms later, whatever the outcome', async (later) => {
  const { state, setCookies } = await begin('/');
  const closed = await closeFlow(state, redirectUri, cookiesOf(setCookies), partsAt(start + later));
  expect(closed.setCookies).toEqual([
    { name: setCookies[0]?.name, header: expect.stringContaining('Max-Age=0') },
  ]);
});

test('of six flows the oldest is evicted', async () => {
  const cookies = new Map<string, string>();
  const names: string[] = [];
  for (let n = 0; n < 6; n++) {
    const { setCookies } = await begin('/', start + n * 1000, cookies);
    const evicted = setCookies.filter(({ header }) => header.includes('Max-Age=0')).map(({ name }) => name);
    expect(evicted).toEqual(n < 5 ? [] : [names[0]]);
    const name = setCookies.at(-1)?.name ?? '';
    names.push(name);
    cookies.set(name, 'sealed');
  }
});

test('the longest way on that is accepted fits into a cookie', async () => {
  const { setCookies } = await begin(`/stats/fmdf?filter=${'a'.repeat(1980)}`);
  expect(setCookies[0]?.header.length).toBeLessThan(4096);
});
