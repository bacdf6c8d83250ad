import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openVisit, seriousAccessibilityFindings, signInAs } from '../browser.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function visit(path: string, email: string, look: { phone?: boolean; dark?: boolean } = {}) {
  const opened = await openVisit(browser, { baseURL: origin, ...look });
  await opened.page.goto(path);
  await signInAs(opened.page, email);
  await opened.page.waitForURL(`${origin}${path}`);
  return opened;
}

/** A page of the demo's shop, as the tracker would tell it. */
async function tellAVisit(store: string): Promise<void> {
  const at = Date.now();
  const event = { name: 'page_view', at, url: 'https://lamps.example/lamp' };
  const response = await fetch(`${origin}/api/event`, {
    method: 'POST',
    headers: { origin: 'https://lamps.example', 'content-type': 'text/plain' },
    body: JSON.stringify({ v: 1, store, batch: crypto.randomUUID(), sent: at, events: [event] }),
  });
  expect(response.status).toBe(202);
}

test('an operator creates a store, gives it to an organization, sees its health, exports it, and deletes it with a receipt', async () => {
  const { page, context, complaints } = await visit('/admin/organizations', 'admin@layerkick.test');
  await page.getByRole('button', { name: 'Ask WorkOS for news' }).click();
  await page.getByText(/Nothing new|changes?$/).waitFor();
  // A column of the table is called so, too, once there are organizations.
  const sections = page.getByRole('navigation', { name: 'Operators’ console' });
  await sections.getByRole('link', { name: 'Stores', exact: true }).click();
  await page.waitForURL('**/admin/stores');
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'New store' }).click();
  await page.getByRole('heading', { level: 1, name: 'New store' }).waitFor();

  // With mistakes first: each field says what it has to be, and nothing is lost.
  await page.getByLabel('Code', { exact: true }).fill('Oak & Lamp');
  await page.getByLabel('Name', { exact: true }).fill('Oak & Lamp');
  await page.getByLabel('Time zone').fill('Berlin');
  await page.getByLabel('Currency').fill('EUR');
  await page.getByLabel('Domains').fill('lamps.example');
  await page.getByRole('button', { name: 'Create the store' }).click();
  await page.getByText('An IANA time zone such as Europe/Berlin.').waitFor();
  await page.getByText('2 to 40 of a–z').waitFor();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  await page.getByLabel('Code', { exact: true }).fill('oak-lamp');
  await page.getByLabel('Time zone').fill('Europe/Berlin');
  await page.getByRole('button', { name: 'Create the store' }).click();
  await page.waitForURL('**/admin/stores/oak-lamp');
  await page.getByText('The store belongs to no organization.').waitFor();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);

  await page.getByLabel('Give it to').selectOption({ label: 'FMDF' });
  await page.getByRole('button', { name: 'Assign' }).click();
  await page.getByRole('button', { name: 'Take Oak & Lamp away from FMDF' }).waitFor();

  await tellAVisit('oak-lamp');
  const health = page.getByRole('region', { name: 'Health of the object' });
  await health.getByRole('button', { name: 'Look again' }).click();
  await health.getByText('1 batch to count').or(health.getByText('0 batches to count')).waitFor();
  await health.getByText('Fine').waitFor();

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as SQLite' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^oak-lamp-\d{4}-\d\d-\d\d\.sqlite$/);
  const db = new DatabaseSync(await file.path());
  expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(db.prepare('SELECT name, url FROM event').all()).toEqual([
    { name: 'page_view', url: 'https://lamps.example/lamp' },
  ]);
  db.close();
  const [lines] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as NDJSON' }).click(),
  ]);
  expect(readFileSync(await lines.path(), 'utf8').trimEnd()).toMatch(
    /\{"type":"end","batches":1,"entries":0,"importedDays":0\}$/,
  );

  await page.getByRole('button', { name: 'Delete oak-lamp' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('It cannot be undone.').waitFor();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  const confirm = dialog.getByRole('button', { name: 'Delete for good' });
  await dialog.getByRole('textbox').fill('oak');
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('oak-lamp');
  await confirm.click();
  await page.getByRole('heading', { name: 'Receipt: oak-lamp was deleted' }).waitFor();
  await page.getByText('Events: 1, batches: 1').waitFor();

  await page.reload();
  await page.getByText('This store is gone.').waitFor();
  await page.getByRole('heading', { name: 'Receipt: oak-lamp was deleted' }).waitFor();
  await page.goto('/admin/audit?find=store%3Aoak-lamp');
  const actions = await page.locator('tbody tr').allTextContents();
  for (const action of ['store.create', 'store.export', 'store.delete', 'store.deleted']) {
    expect(actions.filter((row) => row.includes(action)).length).toBeGreaterThan(0);
  }
  expect(complaints).toEqual([]);
  await context.close();
});

test('what is dangerous says what it will do and waits for the name', async () => {
  const { page, context } = await visit('/admin/stores/harbor', 'admin@layerkick.test', { phone: true });
  // Before the page's scripts run, nothing can be typed that would be lost.
  const unscripted = await (await context.request.get('/admin/stores/harbor')).text();
  expect(unscripted.match(/<input[^>]+readonly/gi)).toHaveLength(2);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  await page.getByRole('combobox', { name: 'Currency' }).fill('GBP');
  await page.getByRole('button', { name: 'Count harbor in GBP' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Nothing is converted.').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Nowhere');
  await page.getByRole('button', { name: 'Move harbor to Nowhere' }).click();
  await dialog.getByRole('textbox').fill('harbor');
  await dialog.getByRole('button', { name: 'Change the time zone' }).click();
  await dialog.getByText('An IANA time zone such as Europe/Berlin.').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Rebuild the figures of harbor' }).click();
  await dialog.getByRole('textbox').fill('harbor');
  await dialog.getByRole('button', { name: 'Rebuild' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Rebuild the figures of harbor' }).waitFor();
  await context.close();
});

test('the export of a store is for who manages it, and nobody learns whether another one exists', async () => {
  const { context } = await visit('/stats/fmdf', 'merchant@fmdf.test');
  const answers = await Promise.all(
    ['northwind', 'no-such-store'].map(async (slug) => {
      const response = await context.request.get(`/settings/export/${slug}`);
      return [response.status(), (await response.text()).replaceAll(slug, 'SLUG')];
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.[0]).toBe(403);
  const own = await context.request.get('/settings/export/fmdf?format=ndjson');
  expect([own.status(), own.headers()['content-type']]).toEqual([200, 'application/x-ndjson']);
  expect((await context.request.get('/settings/export/fmdf?format=xlsx')).status()).toBe(400);
  expect((await context.request.get('/admin/export/fmdf')).status()).toBe(403);
  await context.close();
});
