import type { Fault } from '@layerkick/workos-local/faults';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import {
  copyOf,
  expectNoSession,
  expectSignInPage,
  MERCHANT,
  openStores,
  PAGE,
} from '../merchant-at-fmdf.ts';
import { cookiesSetBy, locationOf, Visitor } from '../visitor.ts';
import { EACH_ONCE } from '../worlds.ts';

/** Signing in to the built Worker, at a provider over HTTP. Each test is named after the attack or the failure. */

describe.each(EACH_ONCE)('accounts at $provider, sessions in $place', (world) => {
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

  describe('the way in', () => {
    test('nobody is signed in: the sign-in page, and from there back to the page that was asked for', async () => {
      const visitor = new Visitor(app.origin);
      expectSignInPage(await visitor.ask(`${PAGE}?range=7d`), app, `${PAGE}?range=7d`);
      const done = await visitor.signIn(MERCHANT, `${PAGE}?range=7d`);
      expect(locationOf(done)).toBe(`${PAGE}?range=7d`);
      expect((await visitor.ask(PAGE)).status).toBe(200);
    });

    test('the session cookie is HttpOnly, Secure, Lax, for the whole site and for 30 days', async () => {
      const header = cookiesSetBy(await new Visitor(app.origin).signIn(MERCHANT)).get('wos-session');
      expect(header?.split('; ').slice(1).toSorted()).toEqual([
        'HttpOnly',
        'Max-Age=2592000',
        'Path=/',
        'SameSite=Lax',
        'Secure',
      ]);
    });

    test('the code is bound to this browser: PKCE, S256', async () => {
      const authorize = new URL(locationOf(await new Visitor(app.origin).ask('/auth/workos/login')));
      expect(authorize.searchParams.get('code_challenge_method')).toBe('S256');
    });

    test('asked to sign in again: the provider, which still knows the person, asks who it is, and it ends well', async () => {
      const visitor = new Visitor(app.origin);
      await visitor.signIn(MERCHANT);
      const before = visitor.cookies.get('wos-session');
      app.identity.calls.clear();
      const done = await visitor.ask(await visitor.chooseAccount(MERCHANT, PAGE, { again: '1' }));
      expect([done.status, locationOf(done)]).toEqual([303, PAGE]);
      expect(visitor.cookies.get('wos-session')).not.toBe(before);
      const asked = Object.keys(app.identity.calls.all()).some((call) => call.includes('/interaction/'));
      // The local WorkOS asks on every sign-in, and has no page of its own for that.
      expect(asked).toBe(world.provider === 'oidc');
      expect((await visitor.ask(PAGE)).status).toBe(200);
    });

    test('a flow that the provider began (an impersonation) arrives without a state and restarts the sign-in', async () => {
      const response = await new Visitor(app.origin).ask('/auth/workos/callback?code=from-the-dashboard');
      expect(locationOf(response)).toBe('/auth/workos/login');
      expect(app.identity.calls.count(app.identity.codeExchange)).toBe(0);
    });
  });

  describe('1: where a sign-in returns to', () => {
    test.each([
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'https:evil.example',
      'javascript:alert(1)',
      '/\r\nSet-Cookie: wos-session=forged',
      '/auth/workos/logout',
    ])('%j ends on our own start page', async (returnTo) => {
      const visitor = new Visitor(app.origin);
      const done = await visitor.signIn(MERCHANT, returnTo);
      expect(locationOf(done)).toBe('/');
    });

    test('%2f%2fevil stays a path: nothing is decoded twice', async () => {
      const done = await new Visitor(app.origin).signIn(MERCHANT, '/%2f%2fevil.example');
      expect(locationOf(done)).toBe('/%2f%2fevil.example');
      expect(new URL(locationOf(done), app.origin).host).toBe(new URL(app.origin).host);
    });
  });

  describe('2, 3, 5: the callback', () => {
    test('without the cookie of its flow (login CSRF): no session and no call to the provider', async () => {
      const callback = await new Visitor(app.origin).chooseAccount(MERCHANT);
      const victim = new Visitor(app.origin);
      expect((await victim.ask(callback)).status).toBe(400);
      expectNoSession(victim);
      expect(app.identity.calls.count(app.identity.codeExchange)).toBe(0);
    });

    test('with the cookie of another flow: no session and no call to the provider', async () => {
      const callback = await new Visitor(app.origin).chooseAccount(MERCHANT);
      const victim = new Visitor(app.origin);
      await victim.ask('/auth/workos/login');
      expect((await victim.ask(callback)).status).toBe(400);
      expectNoSession(victim);
      expect(app.identity.calls.count(app.identity.codeExchange)).toBe(0);
    });

    test('a second time: refused, even for somebody who kept the cookie', async () => {
      const visitor = new Visitor(app.origin);
      const callback = await visitor.chooseAccount(MERCHANT);
      const thief = copyOf(visitor, app);
      expect((await visitor.ask(callback)).status).toBe(303);
      expect((await visitor.ask(callback)).status).toBe(400);
      expect((await thief.ask(callback)).status).toBe(403);
      expectNoSession(thief);
    });

    test('with a code that was issued to another flow (injected): the verifier does not fit, no session', async () => {
      const foreign =
        new URL(await new Visitor(app.origin).chooseAccount(MERCHANT)).searchParams.get('code') ?? '';
      const visitor = new Visitor(app.origin);
      const callback = new URL(await visitor.chooseAccount(MERCHANT));
      callback.searchParams.set('code', foreign);
      expect((await visitor.ask(callback.href)).status).toBe(403);
      expectNoSession(visitor);
    });

    test.each([
      ['success', {}],
      ['a refusal by the provider', { fault: { status: 400, body: { error: 'invalid_grant' } } }],
      ['an outage', { fault: { status: 503, body: {} } }],
      ['a cancelled sign-in', { query: 'error=access_denied' }],
    ])('the flow’s cookie is deleted on %s', async (_outcome, { fault, query }: Interference) => {
      const visitor = new Visitor(app.origin);
      const callback = new URL(await visitor.chooseAccount(MERCHANT));
      if (fault) app.identity.faults.add({ path: app.identity.tokenPath, ...fault });
      if (query) {
        callback.searchParams.delete('code');
        callback.searchParams.set('error', 'access_denied');
      }
      await visitor.ask(callback.href);
      expect([...visitor.cookies.keys()].filter((name) => name.includes('flow'))).toEqual([]);
    });

    test.each([
      ['state=nonsense&code=x', 400],
      [`state=${'Fe26.2*1*'.repeat(300)}&code=x`, 400],
      ['state=%00&code=%ff', 400],
      ['error=access_denied&error_description=%3Cscript%3E', 403],
      ['state=&code=', 303],
    ])('malformed (%#): a clear answer, never a 5xx', async (query, status) => {
      const response = await new Visitor(app.origin).ask(`/auth/workos/callback?${query}`);
      expect(response.status).toBe(status);
      expect(await response.text()).not.toContain('<script>alert');
    });

    test('a session that was there before is overwritten (fixation)', async () => {
      const visitor = new Visitor(app.origin);
      visitor.cookies.set('wos-session', 'planted');
      await visitor.signIn(MERCHANT);
      expect(visitor.cookies.get('wos-session')).not.toBe('planted');
      expect((await visitor.ask(PAGE)).status).toBe(200);
    });

    test('the provider down: a page with the request’s id and "Try again" that keeps where one wanted to go', async () => {
      const visitor = new Visitor(app.origin);
      const callback = await visitor.chooseAccount(MERCHANT, `${PAGE}?range=7d`);
      app.identity.faults.add({ path: app.identity.tokenPath, html: true });
      const response = await visitor.ask(callback);
      expect(response.status).toBe(503);
      expect(response.headers.get('Retry-After')).not.toBeNull();
      const page = await response.text();
      expect(page).toContain(response.headers.get('X-Request-Id'));
      expect(page).toContain(`href="/auth/workos/login?return_to=${encodeURIComponent(`${PAGE}?range=7d`)}"`);
      expectNoSession(visitor);
    });
  });

  describe('4: the cookie of a flow', () => {
    test('HttpOnly, Lax, for the whole site, ten minutes; over plain http without the prefix and Secure', async () => {
      const response = await new Visitor(app.origin).ask('/auth/workos/login');
      const [[name = '', header = ''] = []] = cookiesSetBy(response);
      expect(name).toMatch(/^wos-flow\./);
      expect(header.split('; ').slice(1).toSorted()).toEqual([
        'HttpOnly',
        'Max-Age=600',
        'Path=/',
        'SameSite=Lax',
      ]);
    });

    test('sign-ins that were never finished (HTTP 431): five are kept, older ones evicted', async () => {
      const visitor = new Visitor(app.origin);
      for (let n = 0; n < 8; n++) await visitor.ask('/auth/workos/login');
      expect(visitor.cookies.size).toBe(5);
    });
  });
});

interface Interference {
  fault?: Omit<Fault, 'path'>;
  query?: string;
}
