import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openVisit, signInAs } from '../browser.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function visit(path: string) {
  const opened = await openVisit(browser, { baseURL: origin });
  await opened.page.goto(path);
  await signInAs(opened.page, 'admin@layerkick.test');
  await opened.page.waitForURL(`${origin}${path}`);
  return opened;
}

test('the audit log is searched and sorted by its address, and what is found is a CSV file', async () => {
  const { page, context, complaints } = await visit('/admin/audit');
  await page.getByRole('searchbox').fill('organization.assign');
  await page.getByRole('searchbox').press('Enter');
  await page.waitForURL('**/admin/audit?find=organization.assign');
  const rows = page.locator('tbody tr');
  expect(await rows.count()).toBeGreaterThan(0);
  expect(await rows.filter({ hasNotText: 'organization.assign' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Whose' }).click();
  await page.waitForURL('**sort=target');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('audit-log.csv');
  const response = await context.request.get('/admin/audit.csv?find=organization.assign');
  const [head, ...lines] = (await response.text()).trim().split('\r\n');
  expect(head).toBe('time,actor,action,target,before,after,via,address,request_id');
  expect(lines.length).toBe(await rows.count());
  expect(complaints).toEqual([]);
  await context.close();
});

test('the console is the 403 page for a merchant, and its file is refused', async () => {
  const { page, context } = await openVisit(browser, { baseURL: origin });
  expect((await context.request.get('/admin/audit.csv')).status()).toBe(401);
  await page.goto('/admin/audit');
  await signInAs(page, 'merchant@fmdf.test');
  await page.getByRole('heading', { name: 'You do not have access to this page' }).waitFor();
  for (const path of ['/admin/audit', '/admin/health', '/admin/audit.csv'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await context.request.get(path)).status()).toBe(403);
  await context.close();
});
