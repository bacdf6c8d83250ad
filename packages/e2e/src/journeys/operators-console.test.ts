import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser, openVisit, seriousAccessibilityFindings, signInAs } from '../browser.ts';

const origin = inject('origin');
const pictures = resolve(import.meta.dirname, '../../../../test-results');
let browser: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function visit(path: string, look: { phone?: boolean; dark?: boolean } = {}) {
  const opened = await openVisit(browser, { baseURL: origin, ...look });
  await opened.page.goto(path);
  await signInAs(opened.page, 'admin@layerkick.test');
  await opened.page.waitForURL(`${origin}${path}`);
  await opened.page.evaluate('document.fonts.ready');
  return opened;
}

const PAGES = [
  ['audit', '/admin/audit'],
  ['health', '/admin/health'],
] as const;
const LOOKS = [
  ['light', {}],
  ['dark', { dark: true }],
  ['phone', { phone: true }],
] as const;

describe.each(PAGES)('the console’s page %s', (name, path) => {
  test.each(LOOKS)(
    'is readable for everybody, fits its window, and nothing complains: %s',
    async (look, options) => {
      const { page, context, complaints } = await visit(path, options);
      expect(await seriousAccessibilityFindings(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await page.screenshot({ path: resolve(pictures, `console-${name}-${look}.png`), fullPage: true });
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  test('is the 403 page for a merchant', async () => {
    const { page, context } = await openVisit(browser, { baseURL: origin });
    await page.goto(path);
    await signInAs(page, 'merchant@fmdf.test');
    await page.getByRole('heading', { name: 'You do not have access to this page' }).waitFor();
    expect((await page.reload())?.status()).toBe(403);
    await context.close();
  });
});

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

test('the CSV file is for administrators', async () => {
  const { page, context } = await openVisit(browser, { baseURL: origin });
  expect((await context.request.get('/admin/audit.csv')).status()).toBe(401);
  await page.goto('/stats/fmdf');
  await signInAs(page, 'merchant@fmdf.test');
  await page.waitForURL(`${origin}/stats/fmdf`);
  expect((await context.request.get('/admin/audit.csv')).status()).toBe(403);
  await context.close();
});
