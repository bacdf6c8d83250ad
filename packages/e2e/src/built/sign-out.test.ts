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

/** Signing out of the built Worker. Each test is named after the attack or the failure. */
const worlds = ['cookie', 'kv'];

describe.each(worlds)('sessions in %s', (SESSION_STORE) => {
  let app: BuiltWorker;

  beforeAll(async () => {
    app = await startBuiltWorker({ vars: { SESSION_STORE } });
    await openStores(app);
  }, 60_000);
  afterEach(() => {
    app.workos.faults.clear();
    app.workos.calls.clear();
  });
  afterAll(() => app.close());

  test('with an expired token: the last Set-Cookie of the session is the delete, WorkOS ends it too', async () => {
    const visitor = await withExpiredToken(app);
    const response = await visitor.signOut();
    expect(response.status).toBe(303);
    expect(cookiesSetBy(response).get('wos-session')).toContain('Max-Age=0');
    expect(locationOf(response)).toContain(`${app.workos.url}/user_management/sessions/logout?session_id=`);
    expect(app.workos.calls.count('POST /user_management/authenticate refresh_token')).toBe(0);

    const back = await visitor.ask(locationOf(response));
    expect(locationOf(back)).toBe(`${app.origin}/auth/workos/logout`);
    const page = await visitor.ask(locationOf(back));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('You are signed out');
    expectSignInPage(await visitor.ask(PAGE), app);
  });

  test('during an outage: signed out here all the same', async () => {
    const visitor = await withExpiredToken(app);
    app.workos.faults.add({ path: '/*', drop: true });
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
