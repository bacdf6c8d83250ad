import { signAccessToken } from '@layerkick/workos-local/access-token';
import { ORGANIZATIONS } from '@layerkick/workos-local/accounts';
import { SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { expectSignInPage, openStores, PAGE, signedIn, withExpiredToken } from '../merchant-at-fmdf.ts';
import { apiKeyOf, applicationToken } from '../workos-api.ts';

/** Every credential at the built Worker. The merchant's organization owns one store of two. */
const ORGANIZATION = 'org_01LKFMDF';
const VALIDATE = 'POST /api_keys/validations';

let app: BuiltWorker;

beforeAll(async () => {
  app = await startBuiltWorker({ organizations: ORGANIZATIONS });
  await openStores(app);
  await app.storage.DB.prepare(
    `INSERT INTO organization_store (organization_id, slug) VALUES ('${ORGANIZATION}', 'fmdf')`,
  ).run();
}, 60_000);
afterEach(() => {
  app.workos.faults.clear();
  app.workos.calls.clear();
});
afterAll(() => app.close());

const ask = (headers: Record<string, string>, path = PAGE) =>
  fetch(app.origin + path, { headers, redirect: 'manual' });
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const personToken = (sessionId = 'session_bearer', seconds = 300) =>
  signAccessToken(
    {
      userId: 'user_01LKMERCHANT',
      sessionId,
      organizationId: null,
      standing: null,
      impersonatorEmail: null,
    },
    Date.now(),
    seconds,
  );

describe('each credential opens the owner’s store, and no other', () => {
  test.each<[credential: string, headers: () => Promise<Record<string, string>>]>([
    ['a person’s token', async () => bearer(await personToken())],
    ['an application’s token', async () => bearer(await applicationToken(app, ORGANIZATION, ['stats:read']))],
    ['an API key as bearer', async () => bearer((await apiKeyOf(app, ORGANIZATION, ['stats:read'])).value)],
    [
      'an API key of its own',
      async () => ({ 'X-API-Key': (await apiKeyOf(app, ORGANIZATION, ['stats:read'])).value }),
    ],
  ])('%s', async (_credential, credential) => {
    const headers = await credential();
    const response = await ask(headers);
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
    expect(response.headers.getSetCookie()).toEqual([]);
    expect((await ask(headers, '/stats/northwind')).status).toBe(403);
    expect((await ask(headers, '/stats/nowhere')).status).toBe(403);
  });

  test('a key of another organization opens nothing of this one', async () => {
    const { value } = await apiKeyOf(app, 'org_01LKAGENCY', ['stats:read']);
    expect((await ask(bearer(value))).status).toBe(403);
  });
});

test('whoever tries keys finds an end, and the keys of others go on', async () => {
  const from = { 'CF-Connecting-IP': '192.0.2.77' };
  const good = (await apiKeyOf(app, ORGANIZATION, ['stats:read'])).value;
  expect((await ask({ ...from, ...bearer(good) }, '/api/v1/me')).status).toBe(200);
  app.workos.calls.clear();
  const answers: Response[] = [];
  for (let tried = 0; tried < 30; tried += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as they would
    answers.push(await ask({ ...from, ...bearer(`sk_tried_at_random_${tried}`) }, '/api/v1/me'));
  }
  expect(answers.slice(0, 20).map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 401));
  expect(answers.at(-1)?.status).toBe(429);
  expect(answers.at(-1)?.headers.get('Retry-After')).toBe('60');
  expect(app.workos.calls.count(VALIDATE)).toBeLessThan(25);
  expect((await ask({ ...from, ...bearer(good) }, '/api/v1/me')).status).toBe(200);
  const elsewhere = { 'CF-Connecting-IP': '192.0.2.78' };
  expect((await ask({ ...elsewhere, ...bearer('sk_tried_once_elsewhere') }, '/api/v1/me')).status).toBe(401);
});

describe('exactly one credential', () => {
  test('a header wins over the cookie, and its refusal is not made good by the cookie', async () => {
    const visitor = await signedIn(app);
    expectSignInPage(await visitor.ask(PAGE, { headers: bearer('forged') }), app);
    expectSignInPage(await visitor.ask(PAGE, { headers: { 'X-API-Key': 'sk_invented_key' } }), app);
    const both = { ...bearer(await personToken()), 'X-API-Key': 'sk_invented_key' };
    expectSignInPage(await visitor.ask(PAGE, { headers: both }), app);
    expect((await visitor.ask(PAGE)).status).toBe(200);
  });

  test('a session that comes along with a token is neither renewed nor deleted', async () => {
    const visitor = await withExpiredToken(app);
    const response = await visitor.ask(PAGE, { headers: bearer(await personToken()) });
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(app.workos.calls.count('POST /user_management/authenticate refresh_token')).toBe(0);
  });
});

describe('10: forged tokens', () => {
  test.each<[attack: string, token: () => Promise<string>]>([
    ['alg none', async () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
    [
      'HS256',
      async () =>
        new SignJWT({ sub: 'user_01LKADMIN' })
          .setProtectedHeader({ alg: 'HS256' })
          .sign(new TextEncoder().encode('a-secret-of-at-least-32-characters-x')),
    ],
    ['an expired token', async () => personToken('session_bearer', -10)],
    ['nonsense', async () => 'nonsense'],
  ])('%s is not let in, and is no failure of ours', async (_attack, token) => {
    expectSignInPage(await ask(bearer(await token())), app);
  });

  test('4 s after its end a token still passes', async () => {
    expect((await ask(bearer(await personToken('session_bearer', -3)))).status).toBe(200);
  });
});

describe('15: what was ended stays ended', () => {
  test('the token of a session that signed out', async () => {
    const token = await personToken('session_ended');
    expect((await ask(bearer(token))).status).toBe(200);
    await app.storage.DB.prepare(
      "INSERT INTO revoked_session (sid, revoked_at) VALUES ('session_ended', 0)",
    ).run();
    expectSignInPage(await ask(bearer(token)), app);
  });

  test('a key that was revoked here, at once, although WorkOS would still vouch for it', async () => {
    const { id, value } = await apiKeyOf(app, ORGANIZATION, ['stats:read']);
    expect((await ask(bearer(value))).status).toBe(200);
    await app.storage.DB.prepare(
      `INSERT INTO api_key (id, organization_id, name, scopes, obfuscated, created_at, revoked_at)
       VALUES (?, ?, 'Warehouse', '[]', 'sk_…', 0, 1)`,
    )
      .bind(id, ORGANIZATION)
      .run();
    expectSignInPage(await ask(bearer(value)), app);
  });
});

describe('WorkOS down', () => {
  test('a key is asked about once a minute', async () => {
    const { value } = await apiKeyOf(app, ORGANIZATION, ['stats:read']);
    app.workos.calls.clear();
    await ask(bearer(value));
    expect((await ask(bearer(value))).status).toBe(200);
    expect(app.workos.calls.count(VALIDATE)).toBe(1);
  });

  test('a key that is not known yet is neither let in nor called wrong', async () => {
    const { value } = await apiKeyOf(app, ORGANIZATION, ['stats:read']);
    app.workos.faults.add({ path: '/api_keys/validations', status: 503 });
    const response = await ask(bearer(value));
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).not.toBeNull();
    app.workos.faults.clear();
    expect((await ask(bearer(value))).status).toBe(200);
  });

  test('tokens need no WorkOS', async () => {
    app.workos.faults.add({ path: '/user_management/authenticate', drop: true });
    expect((await ask(bearer(await personToken()))).status).toBe(200);
    expect(app.workos.calls.count('POST /user_management/authenticate')).toBe(0);
  });
});

test('no key and no token is in the log', async () => {
  const { value } = await apiKeyOf(app, ORGANIZATION, ['stats:read']);
  const token = await personToken();
  await ask(bearer(value));
  await ask(bearer(token));
  await ask(bearer(`${token}x`));
  const logged = app.logs().join('\n');
  expect(logged).toContain('access_token_refused');
  expect(logged).not.toContain(value);
  expect(logged).not.toContain(token);
});
