import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import {
  copyOf,
  expectNoSession,
  expectSignInPage,
  MAPPING_KEY,
  openStores,
  PAGE,
  signedIn,
  withExpiredToken,
  withoutRevocationList,
} from '../merchant-at-fmdf.ts';
import { expireAccessToken, rewriteSession } from '../sealed-session.ts';
import { Visitor } from '../visitor.ts';
import { WORLDS } from '../worlds.ts';

/** A session of the built Worker over time. Each test is named after the attack or the failure. */

describe.each(WORLDS)('accounts at $provider, sessions in $place', (world) => {
  let app: BuiltWorker;

  beforeAll(async () => {
    app = await startBuiltWorker(world);
    await openStores(app);
  }, 60_000);
  afterEach(() => {
    app.identity.faults.clear();
    app.identity.calls.clear();
  });
  afterAll(() => app.close());

  describe('6, 7: refreshing', () => {
    test('20 parallel requests with an expired token: one refresh upstream, 20 answers of 200', async () => {
      const visitor = await withExpiredToken(app);
      const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.ask(PAGE)));
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
      expect(app.identity.calls.count(app.identity.refresh)).toBe(1);
      expect((await visitor.ask(PAGE)).status).toBe(200);
    });

    test('a request that left with the old cookie and arrives late gets the same new session', async () => {
      const visitor = await withExpiredToken(app);
      const late = copyOf(visitor, app);
      expect((await visitor.ask(PAGE)).status).toBe(200);
      expect((await late.ask(PAGE)).status).toBe(200);
      expect(app.identity.calls.count(app.identity.refresh)).toBe(1);
    });

    test('a live connection with an expired token: the renewed session comes with the accepted socket', async () => {
      const visitor = await withExpiredToken(app);
      const late = copyOf(visitor, app);
      const cookies = await visitor.openSocket('/api/live/fmdf');
      const page = await late.ask(PAGE);
      expect(cookies.map(nameIn)).toEqual(page.headers.getSetCookie().map(nameIn));
      expect(cookies.length).toBeGreaterThan(0);
      expect((await visitor.ask(PAGE)).status).toBe(200);
      expect(app.identity.calls.count(app.identity.refresh)).toBe(1);
    });

    test('the provider does not know our own key or secret: goes on reading, not signed out, no cookie deleted', async () => {
      const visitor = await withExpiredToken(app);
      const path = app.identity.tokenPath;
      app.identity.faults.add({ path, status: 401, body: { error: 'invalid_client' } });
      const response = await visitor.ask(PAGE);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('Sign-in is not answering');
      expect(response.headers.getSetCookie()).toEqual([]);

      app.identity.faults.clear();
      expect((await visitor.ask(PAGE)).status).toBe(200);
    });

    test('near its end, with WorkOS down: the token that is still valid goes on', async () => {
      const visitor = await signedIn(app);
      await expireAccessToken(visitor, app, -30);
      app.identity.faults.add({ path: app.identity.tokenPath, status: 500, body: {} });
      const response = await visitor.ask(PAGE);
      expect(response.status).toBe(200);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(app.identity.calls.count(app.identity.refresh)).toBe(1);
    });

    test('invalid_grant: the session is deleted once, and the sign-in page comes', async () => {
      const visitor = await withExpiredToken(app);
      app.identity.faults.add({
        path: app.identity.tokenPath,
        status: 400,
        body: { error: 'invalid_grant' },
      });
      const response = await visitor.ask(PAGE);
      expectSignInPage(response, app);
      expect(response.headers.getSetCookie().map((header) => header.split(';')[0])).toEqual(['wos-session=']);
      expectNoSession(visitor);
    });
  });

  test('D1 down: nobody can tell who was signed out, so nothing is shown and nobody signed out', async () => {
    const visitor = await signedIn(app);
    await withoutRevocationList(app, async () => {
      const response = await visitor.ask(PAGE);
      expect(response.status).toBe(503);
      expect(response.headers.getSetCookie()).toEqual([]);
    });
    expect((await visitor.ask(PAGE)).status).toBe(200);
  });

  describe('10, 11, 13: the session', () => {
    test.each([
      ['alg none', `${part({ alg: 'none' })}.${part({ sub: 'user_01LKADMIN', sid: 's', exp: 9e9 })}.`],
      [
        'alg HS256',
        `${part({ alg: 'HS256', kid: 'any' })}.${part({ sub: 'user_01LKADMIN', exp: 9e9 })}.c2ln`,
      ],
      ['an unknown kid', `${part({ alg: 'RS256', kid: 'unknown' })}.${part({ exp: 9e9 })}.c2ln`],
      ['no token at all', 'nonsense'],
    ])('a forged token in a sealed session (%s): signed out, never a 500', async (_forgery, accessToken) => {
      const visitor = await signedIn(app);
      await rewriteSession(visitor, app, (payload) => ({ ...payload, accessToken }));
      expectSignInPage(await visitor.ask(PAGE), app);
      expectNoSession(visitor);
    });

    test.each(['', 'nonsense', 'Fe26.2*1*2*3*4*5*6*7~2', '%00', '{}'])(
      'a malformed cookie (%j): the sign-in page, never a 5xx',
      async (value) => {
        const visitor = new Visitor(app.origin);
        visitor.cookies.set('wos-session', value);
        expectSignInPage(await visitor.ask(PAGE), app);
      },
    );

    test('signed-in answers are for nobody else: private, no-store, Vary: Cookie', async () => {
      const response = await (await signedIn(app)).ask(PAGE);
      expect(response.headers.get('Cache-Control')).toBe('private, no-store');
      expect(response.headers.get('Vary')).toContain('Cookie');
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(response.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    });

    test('somebody else’s store and one that does not exist: the same 403', async () => {
      const visitor = await signedIn(app);
      const [theirs, none] = await Promise.all([
        visitor.ask('/stats/northwind'),
        visitor.ask('/stats/no-such-store'),
      ]);
      expect([theirs.status, none.status]).toEqual([403, 403]);
    });

    test('an unreadable mapping takes access away and names its key in the log', async () => {
      const visitor = await signedIn(app);
      await app.storage.LAYERKICK_KV.put(MAPPING_KEY, 'fmdf');
      expect((await visitor.ask(PAGE)).status).toBe(403);
      expect(app.logs().join('\n')).toContain(MAPPING_KEY);
      await app.storage.LAYERKICK_KV.put(MAPPING_KEY, '["fmdf"]');
      expect((await visitor.ask(PAGE)).status).toBe(200);
    });
  });

  test('the log of all this holds no token, cookie or e-mail address', () => {
    const logged = app.logs().join('\n');
    expect(logged).not.toMatch(/eyJ[\w-]{10,}\.|Fe26\.2|@fmdf\.test/);
  });
});

function part(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

/** Of a `Set-Cookie` header the cookie's name. */
function nameIn(header: string): string {
  return header.slice(0, header.indexOf('='));
}
