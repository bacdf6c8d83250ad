import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openVisit, signInAs } from '../browser.ts';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { MERCHANT, openStores, PAGE } from '../merchant-at-fmdf.ts';
import { expireAccessToken } from '../sealed-session.ts';

/** The same ways through the product with a provider of OpenID Connect and sessions in KV. */
let app: BuiltWorker;
let browser: Browser;

beforeAll(async () => {
  app = await startBuiltWorker({ provider: 'oidc', vars: { SESSION_STORE: 'kv' } });
  await openStores(app);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function signedInAtStore() {
  const visit = await openVisit(browser, { baseURL: app.origin });
  await visit.page.goto('/');
  await signInAs(visit.page, MERCHANT);
  await visit.page.waitForURL(`**${PAGE}`);
  return visit;
}

test('a merchant signs in at the provider and is where they wanted to go', async () => {
  const { page, context, complaints } = await openVisit(browser, { baseURL: app.origin });
  await page.goto(`${PAGE}?period=7d&metric=orders`);
  await signInAs(page, MERCHANT);
  await page.waitForURL(`**${PAGE}?period=7d&metric=orders`);
  expect(await page.title()).toContain('FMDF');
  expect(complaints).toEqual([]);
  await context.close();
});

test('an ID token that ends mid-visit is renewed without anybody noticing', async () => {
  const { page, context, complaints } = await signedInAtStore();
  const held = async () => (await context.cookies()).find(({ name }) => name === 'wos-session')?.value ?? '';
  const before = await held();
  await expireAccessToken({ cookies: new Map([['wos-session', before]]) }, app);
  app.identity.calls.clear();

  await page.reload();
  expect(new URL(page.url()).pathname).toBe(PAGE);
  expect(app.identity.calls.count(app.identity.refresh)).toBe(1);
  expect(await held()).not.toBe(before);
  expect(complaints).toEqual([]);
  await context.close();
});

test('signing out ends the session, here and at the provider', async () => {
  const { page, context, complaints } = await signedInAtStore();
  await page.getByRole('button', { name: /account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(`${app.identity.signOutAddress}**`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out').waitFor();
  expect((await context.cookies(app.origin)).filter(({ name }) => name.startsWith('wos-session'))).toEqual(
    [],
  );

  // The provider does not know the person any more either: it asks who this is.
  await page.goto(PAGE);
  await page.locator(`a[data-user="${MERCHANT}"]`).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});
