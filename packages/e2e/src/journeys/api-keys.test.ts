import { apiClient } from '@layerkick/client/client';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { seriousAccessibilityFindings, launchBrowser, openVisit, signInAs } from '../browser.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openKeys(page: Page, email: string): Promise<void> {
  await page.goto('/settings');
  await signInAs(page, email);
  await page.waitForURL('**/settings/keys');
  await page.getByRole('heading', { level: 1, name: 'API keys' }).waitFor();
}

test('an owner makes a key, sees it once, uses it, and revokes it', async () => {
  const { page, context, complaints } = await openVisit(browser, { baseURL: origin });
  await openKeys(page, 'merchant@fmdf.test');
  await page.getByText('No keys yet.').waitFor();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);

  await page.getByLabel('Name').fill('Warehouse');
  await page.getByLabel('Export').check();
  await page.getByRole('button', { name: 'Make the key' }).click();
  const key = (await page.locator('output.snippet code').textContent()) ?? '';
  expect(key).toMatch(/^sk_/);
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  const program = apiClient({ origin, token: key });
  expect(await program.showAccount()).toMatchObject({ stores: ['fmdf'] });
  const question = { metrics: ['orders'], range: '30d' } as const;
  const { totals } = await program.queryStats({ params: { slug: 'fmdf' }, body: question });
  expect(totals.orders).toBeGreaterThan(0);

  await page.reload();
  await page.getByText('Read figures · Export').waitFor();
  expect(await page.content()).not.toContain(key);

  await page.getByRole('button', { name: 'Revoke Warehouse' }).click();
  await page.getByRole('button', { name: 'Revoke Warehouse' }).click();
  await page.getByText(/revoked on/).waitFor();
  await expect(program.showAccount()).rejects.toMatchObject({ status: 401, code: 'api_key_invalid' });
  expect(complaints).toEqual([]);
  await context.close();
});

test('a key needs something to do, and the form says so', async () => {
  const { page, context } = await openVisit(browser, { baseURL: origin });
  await openKeys(page, 'agency@layerkick.test');
  await page.getByLabel('Name').fill('Nothing');
  await page.getByLabel('Read figures').uncheck();
  await page.getByRole('button', { name: 'Make the key' }).click();
  expect(await page.getByRole('alert').filter({ hasText: 'Choose' }).textContent()).toContain('Choose what');
  await context.close();
});

test('somebody in no organization is told why there are no keys', async () => {
  const { page, context, complaints } = await openVisit(browser, { baseURL: origin, phone: true });
  await openKeys(page, 'outsider@example.test');
  await page.getByRole('heading', { name: 'You are in no organization' }).waitFor();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
