import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { launchBrowser, openVisit, signInAs, type Visit } from '../browser.ts';
import { type BuiltWorker, type BuiltWorkerOptions, startBuiltWorker } from '../built-worker.ts';
import { unheardButtons } from '../unheard-buttons.ts';
import { listedAtWorkOS, putToWorkOS } from '../workos-api.ts';

/**
 * Organizations as people meet them. The ways of an IT admin, of somebody who is invited and of an organization that
 * requires single sign-on begin in the console, and are in `console-people.test.ts`.
 */
const ADMIN = 'admin@layerkick.test';
const AGENCY = 'agency@layerkick.test';
const MERCHANT = 'merchant@fmdf.test';

const WORLD: BuiltWorkerOptions = {
  webhooks: ['organization_membership.updated'],
  // Browsers share a cookie among the hosts below this one, as below `app.example.com`.
  host: 'app.localhost',
  vars: {
    INTERNAL_ORGANIZATION_ID: 'org_internal',
    ADMIN_USER_IDS: '',
    ORGANIZATION_STRATEGIES: 'subdomain,path,header',
  },
  organizations: [
    { id: 'org_fmdf', name: 'FMDF', members: { user_01LKMERCHANT: 'owner' } },
    { id: 'org_northwind', name: 'Northwind Group', members: { user_01LKAGENCY: 'manager' } },
    { id: 'org_harbor', name: 'Harbor Holding', members: { user_01LKAGENCY: 'manager' } },
    { id: 'org_internal', name: 'LayerKick', members: { user_01LKADMIN: 'owner' } },
  ],
};

let app: BuiltWorker;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startBuiltWorker(WORLD), launchBrowser()]);
  await app.storage.DB.batch(
    [
      `INSERT INTO store (slug, name, time_zone, currency, domains, created_at) VALUES
         ('fmdf', 'Fjord & Maple', 'Europe/Berlin', 'EUR', '["fjord.example"]', 0),
         ('northwind', 'Northwind Outfitters', 'Europe/London', 'GBP', '["northwind.example"]', 0)`,
      `INSERT INTO organization_store VALUES
         ('org_fmdf', 'fmdf'), ('org_northwind', 'northwind'), ('org_harbor', 'fmdf')`,
    ].map((statement) => app.storage.DB.prepare(statement)),
  );
  await visitShop('fmdf', 'https://fjord.example');
  const headers = { Authorization: `Bearer ${app.opsToken}` };
  await fetch(`${app.origin}/api/ops/mirror/compare`, { method: 'POST', headers });
  await fetch(`${app.origin}/api/ops/organizations/org_harbor/slug`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ slug: 'harbor' }),
  });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** Until a shop was visited, its page says how to set it up. */
async function visitShop(store: string, shop: string): Promise<void> {
  const at = Date.now();
  const events = [{ name: 'page_view', at, url: `${shop}/` }];
  const response = await fetch(`${app.origin}/api/event`, {
    method: 'POST',
    headers: { Origin: shop, 'Content-Type': 'text/plain' },
    body: JSON.stringify({ v: 1, store, batch: crypto.randomUUID(), sent: at, events }),
  });
  if (response.status !== 202) throw new Error(`${response.status} ${await response.text()}`);
}

const memberships = z.array(z.object({ id: z.string() }));

const visitor = () => openVisit(browser, { baseURL: app.address });

/** Somebody in two organizations, who chose Northwind on the way in. */
async function agencyInNorthwind(): Promise<Visit> {
  const visit = await visitor();
  await visit.page.goto('/');
  await signInAs(visit.page, AGENCY);
  await visit.page.getByRole('button', { name: 'Northwind Group' }).click();
  await visit.page.waitForURL(`${app.address}/stats/northwind`);
  return visit;
}

async function openMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /account of/ }).click();
  await page.getByRole('link', { name: item, exact: true }).click();
}

/** Nothing went wrong, but for pages that are refused. */
function expectNoComplaints({ complaints }: Visit): void {
  expect(complaints.filter((line) => !line.includes('status of 403'))).toEqual([]);
}

test('an operator looks at a tenant, sees so on every page, and both its beginning and its end are in the audit log', async () => {
  const visit = await visitor();
  const { page } = visit;
  await page.goto('/stores');
  await signInAs(page, ADMIN);
  await page.getByRole('link', { name: 'Northwind Outfitters' }).waitFor();
  await openMenu(page, 'LayerKick Switch');
  await page.getByLabel('Find a tenant').fill('harb');
  await page.getByLabel('Find a tenant').press('Enter');
  await page.waitForURL('**/organizations?find=harb');
  await page.getByRole('button', { name: 'Look at: Harbor Holding' }).click();
  await page.waitForURL(`${app.address}/stats/fmdf`);
  const banner = page.getByText('You are looking at Harbor Holding, which is not your organization.');
  await banner.waitFor();
  expect((await page.goto('/stats/northwind'))?.status()).toBe(403);
  await banner.waitFor();
  const sent = await page.goto('/admin/audit?find=org_harbor');
  expect(unheardButtons((await sent?.text()) ?? '')).toEqual([]);
  await banner.waitFor();
  const actions = () =>
    page.locator('tbody tr', { hasText: 'user_01LKADMIN' }).locator('.code').allTextContents();
  expect(await actions()).toEqual(['tenant.visit']);
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.waitForURL(`${app.address}/organizations`);
  expect(await banner.count()).toBe(0);
  await page.goto('/admin/audit?find=org_harbor');
  expect(await actions()).toEqual(['tenant.leave', 'tenant.visit']);
  expectNoComplaints(visit);
  await visit.context.close();
});

test('below the address of an organization one stays in it, and switching leads out of it; so it is with a header', async () => {
  const visit = await agencyInNorthwind();
  const { page } = visit;
  await page.goto('/org/harbor/');
  await page.waitForURL('**/org/harbor/stats/fmdf');
  await page.getByRole('button', { name: /Last 30 days/ }).click();
  await page.getByRole('link', { name: 'Last 7 days' }).click();
  await page.waitForURL('**/org/harbor/stats/fmdf?period=7d');
  await page.goto('/org/harbor/stats/fmdf/live');
  await page.locator('[data-live="live"]').waitFor();
  await openMenu(page, 'Settings');
  await page.waitForURL('**/org/harbor/settings/**');
  await page.getByRole('link', { name: 'LayerKick, your stores' }).click();
  await page.waitForURL('**/org/harbor/stats/fmdf');
  await page.getByRole('button', { name: /Last 30 days/ }).waitFor();
  await openMenu(page, 'Harbor Holding Switch');
  await page.waitForURL('**/org/harbor/organizations');
  await page.getByRole('button', { name: 'Switch: Northwind Group' }).click();
  await page.waitForURL(`${app.address}/stats/northwind`);

  // One that one is not in, and one that is not there.
  for (const path of ['/org/org_fmdf/stats/fmdf', '/org/nowhere/stats/fmdf', '/org/nowhere/organizations']) {
    // oxlint-disable-next-line no-await-in-loop -- one window
    expect((await page.goto(path))?.status()).toBe(403);
    // oxlint-disable-next-line no-await-in-loop
    await page.getByText(`You are signed in as ${AGENCY}`).waitFor();
  }
  await page.getByRole('link', { name: 'Go to your stores' }).click();
  await page.waitForURL(`${app.address}/stats/northwind`);

  // Whatever the page before still asks for is not of the organization that a proxy names.
  await page.goto('about:blank');
  await visit.context.setExtraHTTPHeaders({ 'X-Organization': 'harbor' });
  await page.goto('/');
  await page.waitForURL(`${app.address}/stats/fmdf`);
  expect((await page.goto('/stats/northwind'))?.status()).toBe(403);
  expectNoComplaints(visit);
  await visit.context.close();
});

test('at the subdomain of an organization one is signed in as at our own address, and goes on from there', async () => {
  const visit = await agencyInNorthwind();
  const { page } = visit;
  const harbor = app.address.replace('//', '//harbor.');
  await page.goto(harbor);
  await page.waitForURL(`${harbor}/stats/fmdf`);
  await page.goto(`${harbor}/stats/fmdf/live`);
  await page.locator('[data-live="live"]').waitFor();
  await openMenu(page, 'Harbor Holding Switch');
  await page.waitForURL(`${harbor}/organizations`);
  await page.getByRole('button', { name: 'Switch: Northwind Group' }).click();
  await page.waitForURL(`${app.address}/stats/northwind`);

  await page.goto(`${harbor}/stats/fmdf`);
  await page.getByRole('button', { name: /account of/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
  await page.goto(`${harbor}/stats/fmdf`);
  await signInAs(page, AGENCY);
  await page.getByRole('button', { name: 'Northwind Group' }).click();
  await page.waitForURL(`${app.address}/org/harbor/stats/fmdf`);
  expectNoComplaints(visit);
  await visit.context.close();
});

test('whose membership ends at WorkOS is out at the next click, and does not get back in', async () => {
  const visit = await visitor();
  const { page } = visit;
  await page.goto('/');
  await signInAs(page, MERCHANT);
  await page.waitForURL('**/stats/fmdf');
  await page.getByRole('button', { name: /Last 30 days/ }).click();
  await page.getByRole('link', { name: 'Last 7 days' }).waitFor();

  const [membership] = memberships.parse(
    await listedAtWorkOS(app, '/user_management/organization_memberships?user_id=user_01LKMERCHANT'),
  );
  await putToWorkOS(app, `/user_management/organization_memberships/${membership?.id}/deactivate`);
  await app.workos.webhooksDelivered();

  await page.getByRole('link', { name: 'Last 7 days' }).click();
  await page.locator(`a[data-user="${MERCHANT}"]`).waitFor();
  await signInAs(page, MERCHANT);
  await page.getByRole('heading', { name: /You do not have access/ }).waitFor();
  expectNoComplaints(visit);
  await visit.context.close();
});
