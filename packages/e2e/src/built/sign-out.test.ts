import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import {
  copyOf,
  expectNoSession,
  expectSignInPage,
  openStores,
  PAGE,
  signedIn,
  withExpiredToken,
  withoutRevocationList,
} from '../merchant-at-fmdf.ts';
import { cookiesSetBy, locationOf } from '../visitor.ts';
import { EACH_ONCE } from '../worlds.ts';

/** Signing out of the built Worker. Each test is named after the attack or the failure. */
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

  test('with an expired token: the last Set-Cookie of the session is the delete, the provider ends it too', async () => {
    const visitor = await withExpiredToken(app);
    const response = await visitor.signOut();
    expect(response.status).toBe(303);
    expect(cookiesSetBy(response).get('wos-session')).toContain('Max-Age=0');
    expect(locationOf(response)).toContain(`${app.identity.signOutAddress}?`);
    expect(app.identity.calls.count(app.identity.refresh)).toBe(0);

    const back = await app.identity.signOutAt(visitor, locationOf(response));
    expect(back).toBe(`${app.origin}/auth/workos/logout`);
    const page = await visitor.ask(back);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('You are signed out');
    expectSignInPage(await visitor.ask(PAGE), app);
  });

  test('during an outage: signed out here all the same', async () => {
    const visitor = await withExpiredToken(app);
    app.identity.faults.add({ path: '/*', drop: true });
    expect((await visitor.signOut()).status).toBe(303);
    expectNoSession(visitor);
  });

  test('while D1 is down: signed out here all the same, and the log says what could not be recorded', async () => {
    const visitor = await signedIn(app);
    await withoutRevocationList(app, async () => {
      expect((await visitor.signOut()).status).toBe(303);
    });
    expectNoSession(visitor);
    expect(app.logs().join('\n')).toContain('revocation_not_recorded');
  });

  test('a copy of the cookie is worth nothing afterwards', async () => {
    const visitor = await signedIn(app);
    const thief = copyOf(visitor, app);
    await visitor.signOut();
    expectSignInPage(await thief.ask(PAGE), app);
    expectNoSession(thief);
  });

  test.each<[string, RequestInit]>([
    ['a link on another site', { headers: { 'Sec-Fetch-Site': 'cross-site' } }],
    ['a link on a sibling site', { headers: { 'Sec-Fetch-Site': 'same-site' } }],
    ['a form on another site', { method: 'POST', headers: { Origin: 'https://evil.example' } }],
    ['a form on another site', { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } }],
    ['a prerendered page', { headers: { 'Sec-Fetch-Site': 'none', 'Sec-Purpose': 'prefetch;prerender' } }],
  ])('%s signs nobody out, and is asked instead', async (_attack, init) => {
    const visitor = await signedIn(app);
    const response = await visitor.ask('/auth/workos/logout', init);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Stay signed in');
    expect((await visitor.ask(PAGE)).status).toBe(200);
  });
});
