import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { expectNoSession, expectSignInPage, openStores, PAGE, signedIn } from '../merchant-at-fmdf.ts';
import { expireAccessToken } from '../sealed-session.ts';
import { cookiesSetBy, Visitor } from '../visitor.ts';

/** What happens to people when the Worker is deployed with other settings. */
let app: BuiltWorker;

beforeAll(async () => {
  app = await startBuiltWorker();
  await openStores(app);
}, 60_000);
afterEach(() => app.redeploy({}));
afterAll(() => app.close());

const NEW_PASSWORD = 'the-new-password-of-at-least-32-characters';

test.each(['cookie', 'kv'])(
  'a rotated cookie password, sessions in %s: nobody is signed out, and the session is resealed with the new one',
  async (SESSION_STORE) => {
    const vars = { SESSION_STORE };
    await app.redeploy({ vars });
    const visitor = await signedIn(app);
    const WORKOS_COOKIE_PASSWORD_PREVIOUS = app.cookiePassword;
    const WORKOS_COOKIE_PASSWORD = NEW_PASSWORD;
    await app.redeploy({ vars, secrets: { WORKOS_COOKIE_PASSWORD, WORKOS_COOKIE_PASSWORD_PREVIOUS } });
    const response = await visitor.ask(PAGE);
    expect(response.status).toBe(200);
    expect(cookiesSetBy(response).has('wos-session')).toBe(true);

    await app.redeploy({ vars, secrets: { WORKOS_COOKIE_PASSWORD } });
    expect((await visitor.ask(PAGE)).status).toBe(200);
  },
);

test('sessions kept elsewhere from now on: nobody is signed out, and each moves when it is renewed', async () => {
  const visitor = await signedIn(app);
  await app.redeploy({ vars: { SESSION_STORE: 'kv' } });
  expect((await visitor.ask(PAGE)).status).toBe(200);
  await expireAccessToken(visitor, app);
  expect((await visitor.ask(PAGE)).status).toBe(200);
  expect(visitor.cookies.get('wos-session')).toMatch(/^[\w-]{43}$/);

  await app.redeploy({});
  expect((await visitor.ask(PAGE)).status).toBe(200);
});

test('a replaced cookie password without the previous one: everybody signs in again', async () => {
  const visitor = await signedIn(app);
  await app.redeploy({ secrets: { WORKOS_COOKIE_PASSWORD: NEW_PASSWORD } });
  expectSignInPage(await visitor.ask(PAGE), app);
  expectNoSession(visitor);
});

test('a sign-in that was begun before the password was rotated still ends well', async () => {
  const visitor = new Visitor(app.origin);
  const callback = await visitor.chooseAccount('merchant@fmdf.test', PAGE);
  const WORKOS_COOKIE_PASSWORD_PREVIOUS = app.cookiePassword;
  await app.redeploy({ secrets: { WORKOS_COOKIE_PASSWORD: NEW_PASSWORD, WORKOS_COOKIE_PASSWORD_PREVIOUS } });
  expect((await visitor.ask(callback)).status).toBe(303);
});

test('DEV_BYPASS_AUTH=1 does nothing in a build', async () => {
  await app.redeploy({ vars: { DEV_BYPASS_AUTH: '1' } });
  expectSignInPage(await new Visitor(app.origin).ask(PAGE), app);
});

test('over https the cookie of a sign-in that was begun is __Host- and Secure', async () => {
  await app.redeploy({ vars: { APP_ORIGIN: 'https://app.layerkick.com' } });
  const [[name = '', header = ''] = []] = cookiesSetBy(
    await new Visitor(app.origin).ask('/auth/workos/login'),
  );
  expect(name).toMatch(/^__Host-wos-flow\./);
  expect(header).toContain('; Secure');
});

test('another WORKOS_CLIENT_ID than the tokens were issued for: signed out, and the log names the mismatch', async () => {
  const visitor = await signedIn(app);
  await app.redeploy({ vars: { WORKOS_CLIENT_ID: 'client_of_another_environment' } });
  expectSignInPage(await visitor.ask(PAGE), app);
  expect(app.logs().join('\n')).toContain('workos_client_id_mismatch');
});

test('a configuration that lacks something: the log names the variable, the browser learns nothing of it', async () => {
  await app.redeploy({ secrets: { WORKOS_COOKIE_PASSWORD: 'too short' } });
  const response = await new Visitor(app.origin).ask('/auth/workos/login');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('WORKOS_COOKIE_PASSWORD');
  expect(app.logs().join('\n')).toContain('WORKOS_COOKIE_PASSWORD: must have at least 32 characters');
});

test('an expired token after a redeployment of the same version is renewed as ever', async () => {
  const visitor = await signedIn(app);
  await expireAccessToken(visitor, app);
  await app.redeploy({});
  expect((await visitor.ask(PAGE)).status).toBe(200);
});
