import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { launchBrowser, openVisit, seriousAccessibilityFindings, signInAs, type Visit } from '../browser.ts';
import { listedAtWorkOS, postToWorkOS } from '../workos-api.ts';

/** People and Organizations of the console: an administrator in one window, and those whom it is about in others. */
const origin = inject('origin');
const app = { workos: { url: inject('workos') } };
const withId = z.object({ id: z.string() });
let browser: Browser;
let admin: Visit;

beforeAll(async () => {
  browser = await launchBrowser();
  admin = await openVisit(browser, { baseURL: origin });
  await admin.page.goto('/stores');
  await signInAs(admin.page, 'admin@layerkick.test');
  await admin.page.getByRole('button', { name: /account of/ }).click();
  await admin.page.getByRole('link', { name: 'Operators’ console' }).click();
  const sections = admin.page.getByRole('navigation', { name: 'Operators’ console' });
  await sections.getByRole('link', { name: 'Organizations' }).click();
  await askWorkOS(admin.page);
});
afterAll(async () => {
  expect(admin.complaints).toEqual([]);
  await browser.close();
});

async function askWorkOS(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ask WorkOS for news' }).click();
  await page.getByText(/Nothing new\.|\d changes?$/).waitFor();
}

/** Types the name that a dialog asks for, and goes on. */
async function confirm(page: Page, name: string, action: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const go = dialog.getByRole('button', { name: action });
  expect(await go.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill(name);
  await go.click();
  await dialog.waitFor({ state: 'hidden' });
}

async function newOrganization(name: string, store: string): Promise<void> {
  const { page } = admin;
  await page.goto('/admin/organizations');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByLabel('Give it a store').selectOption({ label: store });
  await page.getByRole('button', { name: 'Assign' }).click();
  await page.getByRole('button', { name: `Take ${store} away from ${name}` }).waitFor();
}

async function portalLink(purpose: string): Promise<string> {
  const { page } = admin;
  const portal = page.getByRole('region', { name: 'Admin Portal' });
  await portal.getByRole('button', { name: purpose }).click();
  const shown = portal.locator('output code');
  await portal.getByText(`${purpose}:`).waitFor();
  return (await shown.textContent()) ?? '';
}

/** What the customer's IT admin does with a link: they have no account with us. */
async function followPortal(link: string, button: string, then: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: button }).click();
  await page.getByText(then).waitFor();
  await context.close();
}

test('a customer is set up as far as their IT admin can go on alone, and their people join by domain', async () => {
  const { page } = admin;
  await newOrganization('Journey Ltd', 'Northwind Outfitters');

  await page.getByLabel('Claim a domain').fill('gmail.com');
  await page.getByRole('button', { name: 'Claim', exact: true }).click();
  await page.getByText('no organization can claim it').waitFor();
  await page.getByLabel('Claim a domain').fill('journey.test');
  await page.getByRole('button', { name: 'Claim', exact: true }).click();
  await page.getByText('journey.test · Pending').waitFor();
  await followPortal(await portalLink('Domains'), 'Verify journey.test', 'journey.test: verified.');
  await askWorkOS(page);
  await page.getByText('journey.test · Verified').waitFor();
  await page.getByLabel('Join by domain').selectOption('analyst');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'hidden' });

  await postToWorkOS(app, '/user_management/users', { email: 'jo@journey.test', email_verified: true });
  const jo = await openVisit(browser, { baseURL: origin });
  await jo.page.goto('/');
  await signInAs(jo.page, 'jo@journey.test');
  await jo.page.waitForURL('**/stats/northwind');

  await followPortal(
    await portalLink('Single sign-on'),
    'Connect a test identity provider',
    'Journey Ltd (test): active.',
  );
  await askWorkOS(page);
  await page.getByText('Journey Ltd (test) · Active').waitFor();
  await page.getByRole('button', { name: 'Require single sign-on of Journey Ltd' }).click();
  await confirm(page, 'Journey Ltd', 'Require single sign-on');
  await page.getByText('Single sign-on is required').waitFor();
  // Theirs began with a link in an e-mail.
  await jo.page.reload();
  await jo.page.getByRole('heading', { name: 'Sign in with your organization' }).waitFor();
  await jo.page.getByRole('link', { name: 'Sign in with single sign-on' }).click();
  await signInAs(jo.page, 'jo@journey.test');
  await jo.page.waitForURL('**/stats/northwind');

  await page.goto('/admin/people?find=jo%40journey.test');
  await page.getByRole('link', { name: 'jo@journey.test' }).click();
  await page.getByText('Organization Journey Ltd, role Analyst, only by its single sign-on').waitFor();
  await jo.context.close();
});

const invitations = z.array(z.object({ email: z.string(), accept_invitation_url: z.string() }));

test('who is invited accepts and sees exactly one store; deactivated, they are out at the next click', async () => {
  const { page } = admin;
  await newOrganization('Guests', 'Harbor Coffee');
  await page.getByLabel('E-mail').fill('ivy@guests.test');
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await page.getByText('ivy@guests.test · Pending').waitFor();
  await page.getByRole('button', { name: 'Send the invitation of ivy@guests.test again' }).click();
  // The link of before leads nowhere from here on.
  await page.getByText('Sent again.').waitFor();

  const ivy = await openVisit(browser, { baseURL: origin });
  const sent = invitations.parse(await listedAtWorkOS(app, '/user_management/invitations?limit=100'));
  await ivy.page.goto(sent.find(({ email }) => email === 'ivy@guests.test')?.accept_invitation_url ?? '');
  await ivy.page.getByRole('heading', { name: 'Join Guests' }).waitFor();
  await signInAs(ivy.page, 'ivy@guests.test');
  // Nobody of ours began that sign-in, so one of ours begins.
  await ivy.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await signInAs(ivy.page, 'ivy@guests.test');
  await ivy.page.waitForURL('**/stats/harbor');
  expect((await ivy.page.goto('/stats/northwind'))?.status()).toBe(403);
  await ivy.page.goto('/stats/harbor');

  await askWorkOS(page);
  await page.getByText('ivy@guests.test · Accepted').waitFor();
  await page.getByLabel('E-mail').fill('ivy@guests.test');
  await page.getByRole('button', { name: 'Send invitation' }).click();
  const refused = page.getByRole('alert').filter({ hasText: 'WorkOS refused that. Nothing was changed.' });
  expect(await refused.textContent()).toMatch(/user_already_organization_member.*req [0-9a-f-]{36}/);
  await page.getByRole('button', { name: 'Deactivate ivy@guests.test in Guests' }).click();
  await confirm(page, 'ivy@guests.test', 'Deactivate');
  await page.getByText('ivy@guests.test · Viewer · Deactivated').waitFor();
  await ivy.page.goto('/stats/harbor');
  // Their session is over; signed in again, they are in no organization.
  await signInAs(ivy.page, 'ivy@guests.test');
  await ivy.page.getByRole('heading', { name: 'You do not have access to harbor' }).waitFor();
  expect(ivy.complaints.filter((line) => !line.includes('403'))).toEqual([]);
  await ivy.context.close();
});

test('an organization is renamed and deleted, after saying what goes with it', async () => {
  const { page } = admin;
  await newOrganization('Short-lived', 'Harbor Coffee');
  await page.getByRole('textbox', { name: 'Name of the organization' }).fill('Short-lived Ltd');
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('heading', { level: 1, name: 'Short-lived Ltd' }).waitFor();
  const { pathname } = new URL(page.url());

  await page.getByRole('button', { name: 'Delete Short-lived Ltd' }).click();
  await page.getByText('No store is deleted. These are taken from it: Harbor Coffee.').waitFor();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  await confirm(page, 'Short-lived Ltd', 'Delete for good');
  await page.waitForURL('**/admin/organizations');
  expect((await page.request.get(pathname)).status()).toBe(404);
  await page.goto(`/admin/audit?find=${pathname.split('/').at(-1)}`);
  expect(await page.locator('tbody .code').allTextContents()).toEqual([
    'organization.delete',
    'organization.rename',
    'organization.assign',
    'organization.create',
  ]);
});

test('somebody is invited to an account alone', async () => {
  const { page } = admin;
  await page.goto('/admin/people');
  await page.getByRole('button', { name: 'Send invitation', disabled: false }).waitFor();
  await page.getByLabel('E-mail', { exact: true }).fill('solo@guests.test');
  await page.getByRole('combobox', { name: /^Organization/ }).selectOption({ label: 'None for now' });
  await page.getByText('They have an account then').waitFor();
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await page.getByText('WorkOS sends an invitation to solo@guests.test.').waitFor();
});

test('a store is granted to somebody and taken again: each at their next click', async () => {
  const { page } = admin;
  // Nobody else's journey signs them in or out.
  const account = {
    email: 'nele@guests.test',
    email_verified: true,
    first_name: 'Nele',
    last_name: 'Newcomer',
  };
  const { id } = withId.parse(await postToWorkOS(app, '/user_management/users', account));
  const nele = await openVisit(browser, { baseURL: origin });
  await nele.page.goto('/');
  await signInAs(nele.page, account.email);
  await nele.page.getByRole('heading', { name: 'You have no store yet' }).waitFor();

  await page.goto('/admin/organizations');
  await askWorkOS(page);
  await page.goto('/admin/people');
  await page.getByRole('searchbox').fill('nele');
  await page.getByRole('searchbox').press('Enter');
  await page.waitForURL('**/admin/people?find=nele');
  await page.getByRole('link', { name: 'Nele Newcomer' }).click();
  await page.getByText('They see no store.').waitFor();
  await page.getByLabel('Grant a store').selectOption({ label: 'Northwind Outfitters' });
  await page.getByRole('button', { name: 'Grant' }).click();
  await page.getByText('KV mapping').waitFor();
  await nele.page.goto('/');
  await nele.page.waitForURL('**/stats/northwind');

  await page.getByRole('button', { name: 'Take Northwind Outfitters away' }).click();
  await confirm(page, 'northwind', 'Take it away');
  await page.getByText('They see no store.').waitFor();
  expect((await nele.page.reload())?.status()).toBe(403);

  await page.getByRole('button', { name: /^End session/ }).click();
  await page.getByText('They are signed in nowhere.').waitFor();
  await nele.page.goto('/');
  await nele.page.locator('a[data-user="nele@guests.test"]').waitFor();
  await nele.context.close();

  await page.goto(`/admin/audit?find=${id}`);
  expect(await page.locator('tbody .code').allTextContents()).toEqual([
    'session.end',
    'access.revoke',
    'access.grant',
  ]);
});

test('what is not there is not found, and a merchant does not learn which', async () => {
  const paths = ['/admin/organizations/org_nobody', '/admin/people/not@an.id', '/admin/people'];
  const statuses = (visit: Visit) =>
    Promise.all(paths.map(async (path) => (await visit.context.request.get(path)).status()));
  expect(await statuses(admin)).toEqual([404, 404, 200]);
  const merchant = await openVisit(browser, { baseURL: origin });
  await merchant.page.goto('/stats/fmdf');
  await signInAs(merchant.page, 'merchant@fmdf.test');
  await merchant.page.waitForURL('**/stats/fmdf');
  expect(await statuses(merchant)).toEqual([403, 403, 403]);
  await merchant.context.close();
});
