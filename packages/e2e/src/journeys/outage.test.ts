import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openVisit, signInAs } from '../browser.ts';
import { expiredInCookie } from '../sealed-session.ts';

const origin = inject('origin');
const faults = `${inject('workos')}/_local/faults`;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** WorkOS refuses our own API key: an outage that no repetition mends and that holds back nobody else's calls. */
async function whileWorkOSFails(work: () => Promise<void>): Promise<void> {
  const body = JSON.stringify({ path: '/user_management/authenticate', status: 401, body: {} });
  await fetch(faults, { method: 'POST', body });
  try {
    await work();
  } finally {
    await fetch(faults, { method: 'DELETE' });
  }
}

test('WorkOS fails mid-visit: the figures stay, a banner says what is going on, and it goes by itself', async () => {
  const { page, context, complaints } = await openVisit(browser, { baseURL: origin });
  await page.goto('/stats/fmdf');
  await signInAs(page, 'merchant@fmdf.test');
  await page.waitForURL('**/stats/fmdf');
  const before = (await context.cookies()).find(({ name }) => name === 'wos-session');
  if (!before) throw new Error('there is no session cookie');
  const value = await expiredInCookie(before.value, inject('cookiePassword'));
  await context.addCookies([{ ...before, value }]);

  const banner = page.getByText('Sign-in is not answering.');
  await whileWorkOSFails(async () => {
    await page.reload();
    await banner.waitFor();
    expect(await page.locator('[data-metric="net_sales"]').first().textContent()).toContain('€');
  });
  await page.reload();
  await page.locator('[data-metric="net_sales"]').first().waitFor();
  expect(await banner.count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('WorkOS fails at the end of a sign-in: “Try again” leads to where one wanted to go', async () => {
  const { page, context } = await openVisit(browser, { baseURL: origin });
  await page.goto('/stats/fmdf?period=7d');
  await whileWorkOSFails(async () => {
    await signInAs(page, 'merchant@fmdf.test');
    await page.getByRole('heading', { name: 'Sign-in is not available right now' }).waitFor();
  });
  await page.getByRole('link', { name: 'Try again' }).click();
  await signInAs(page, 'merchant@fmdf.test');
  await page.waitForURL('**/stats/fmdf?period=7d');
  await context.close();
});
