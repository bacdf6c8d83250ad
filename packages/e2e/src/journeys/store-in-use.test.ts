import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openVisit, seriousAccessibilityFindings, signInAs } from '../browser.ts';
import { unheardButtons } from '../unheard-buttons.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Fjord & Maple's merchant at a page of theirs. */
async function merchantAt(path: string) {
  const visit = await openVisit(browser, { baseURL: origin });
  await visit.page.goto(path);
  await signInAs(visit.page, 'merchant@fmdf.test');
  await visit.page.waitForURL(`**${path}`);
  return visit;
}

test('a merchant watches somebody come, fill a cart and order', async () => {
  const merchant = await merchantAt('/stats/fmdf');
  await merchant.page.locator('.live-link [data-live-visitors]').waitFor();
  await merchant.page.locator('.live-link').click();
  await merchant.page.waitForURL('**/stats/fmdf/live');
  await merchant.page.locator('main[data-live="live"]').waitFor();
  // Others are in the shop, too: this one comes from a place of their own.
  const from = 'corner-shop';
  const rowOf = (list: string | RegExp, text: string) =>
    merchant.page.getByRole('region', { name: list }).getByRole('listitem').filter({ hasText: text });

  const customer = await openVisit(browser, { baseURL: origin });
  await customer.page.goto(`/demo/fmdf?utm_source=${from}`);
  await rowOf('Where from', from).waitFor();
  await customer.page
    .getByRole('link', { name: /Birch candle/ })
    .first()
    .click();
  await customer.page.getByRole('button', { name: 'Add to cart' }).click();
  await rowOf('Open carts', `In the cart · ${from}`).filter({ hasText: '€29.00' }).waitFor();
  expect(await seriousAccessibilityFindings(merchant.page)).toEqual([]);

  await customer.page.getByRole('link', { name: 'Check out' }).click();
  await rowOf('Open carts', `At checkout · ${from}`).waitFor();
  await customer.page.getByRole('button', { name: 'Place order' }).click();
  await rowOf(/^Orders/, from)
    .filter({ hasText: '€29.00' })
    .waitFor();
  await rowOf('Open carts', from).waitFor({ state: 'detached' });
  expect(merchant.complaints).toEqual([]);
  await customer.context.close();
  await merchant.context.close();
});

test('where no line can be held, the live view says so and shows how it was', async () => {
  const merchant = await merchantAt('/stats/fmdf');
  await merchant.page.routeWebSocket('**/api/live/**', (socket) => socket.close());
  await merchant.page.goto('/stats/fmdf/live');
  await merchant.page.getByText('The live connection is down.').waitFor();
  expect(await merchant.page.locator('main [data-live-visitors]').count()).toBe(1);
  await merchant.context.close();
});

test('a link is shared with a lock on it, opened by somebody without an account, and ended', async () => {
  const merchant = await merchantAt('/settings/store?store=fmdf');
  const { page } = merchant;
  const links = page.getByRole('region', { name: 'Shared links' });
  // What is chosen before the page listens is not chosen.
  await links.getByRole('button', { name: 'Make the link', disabled: false }).waitFor();
  await links.getByLabel('Name of the link').fill('Agency');
  const narrow = async (change: (editor: Locator) => Promise<void>) => {
    await links.getByRole('button', { name: 'Narrow it' }).click();
    const editor = page.locator('#lock-filter');
    await change(editor);
    await editor.getByRole('button', { name: 'Narrow to this' }).click();
  };
  await narrow((editor) => editor.getByRole('checkbox', { name: 'Email' }).check());
  await narrow(async (editor) => {
    await editor.getByLabel('Filter by').selectOption('Country');
    await editor.getByLabel('Compared how').selectOption('is not');
    await editor.getByRole('checkbox', { name: 'Austria' }).check();
  });
  await links.locator('[data-lock="country_not"]').getByText('Country is not Austria').waitFor();
  await links.getByLabel('Password, if any').fill('correct horse');
  await links.getByRole('button', { name: 'Make the link' }).click();
  const url = await links.locator('output code').first().innerText();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);

  const guest = await openVisit(browser, { baseURL: origin, phone: true });
  const locked = await guest.page.goto(url);
  expect(unheardButtons((await locked?.text()) ?? '')).toEqual([]);
  await guest.page.getByLabel('Password').fill('wrong horse');
  await guest.page.getByRole('button', { name: 'Open' }).click();
  await guest.page.getByText('That is not the password.').waitFor();
  await guest.page.getByLabel('Password').fill('correct horse');
  await guest.page.getByRole('button', { name: 'Open' }).click();
  await guest.page.locator('[data-locked="channel"]').waitFor();
  await guest.page.getByText('Country is not Austria').waitFor();
  // Email and nothing else, whatever the address asks for; and nothing of the store but its figures.
  const rows = guest.page.locator('[data-panel="sources"] [data-row]');
  await rows.first().waitFor();
  await guest.page.goto(`${url}?sources=channel`);
  await rows.first().waitFor();
  expect(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-row')))).toEqual(['Email']);
  await guest.page.goto(`${url}?channel=Direct`);
  expect(await figure(guest.page, 'sessions')).toBe(0);
  expect(await guest.page.locator('[data-panel="orders"]').count()).toBe(0);
  // Where there is nothing, guests are told so, and not what only the store's people can do about it.
  await guest.page.goto(`${url}?from=2020-01-01&to=2020-01-02`);
  await guest.page.getByText('No order of this period says who placed it.').waitFor();
  expect(await guest.page.getByRole('link', { name: 'Connect your shop' }).count()).toBe(0);
  expect(await seriousAccessibilityFindings(guest.page)).toEqual([]);
  expect((await guest.page.request.get('/stats/fmdf', { maxRedirects: 0 })).status()).toBe(307);
  expect(guest.complaints).toEqual([]);

  await links.getByRole('button', { name: 'End the link Agency' }).click();
  await links.getByText('Ended on', { exact: false }).waitFor();
  for (const path of [url, `${url}x`, '/share/nothing']) {
    const gone = await guest.page.goto(path);
    expect(gone?.status()).toBe(404);
    await guest.page.getByText('This link leads nowhere').waitFor();
  }
  await guest.context.close();
  await merchant.context.close();
});

test('a site that is named shows a part of the page inside its own, and no other site does', async () => {
  const merchant = await merchantAt('/settings/store?store=fmdf');
  const links = merchant.page.getByRole('region', { name: 'Shared links' });
  await links.getByLabel('Name of the link').fill('Our blog');
  await links.getByLabel('Sites that may show it').fill('blog.example');
  await links.getByRole('button', { name: 'Make the link' }).click();
  const url = await links.locator('output code').first().innerText();
  const embedded = url.replace('/share/', '/embed/');
  const policy = async (address: string) =>
    (await merchant.page.request.get(address)).headers()['content-security-policy'];
  expect(await policy(`${embedded}/sources`)).toContain('frame-ancestors blog.example;');
  expect(await policy(url)).toContain("frame-ancestors 'none';");
  expect(await policy(`${embedded}x/sources`)).toContain("frame-ancestors 'none';");

  const reader = await openVisit(browser, { baseURL: origin });
  await reader.page.goto(`${embedded}/sources`);
  await reader.page.locator('[data-panel="sources"] [data-row]').first().waitFor();
  await reader.page.goto(`${embedded}/overview`);
  expect(await figure(reader.page, 'orders')).toBeGreaterThan(0);
  expect(reader.complaints).toEqual([]);
  await reader.context.close();
  await merchant.context.close();
});

test('what happened on a day is said by keyboard, seen by others, and taken back', async () => {
  const merchant = await merchantAt('/stats/fmdf');
  const cursor = merchant.page.locator('input.cursor[aria-keyshortcuts="S"]');
  await cursor.focus();
  await cursor.press('Home');
  await cursor.press('s');
  const dialog = merchant.page.getByRole('dialog');
  await dialog.getByLabel('What happened').fill('Wool guide <b>published</b>');
  await merchant.page.keyboard.press('Enter');
  const flag = merchant.page.locator('.flag');
  await flag.waitFor();
  expect(await flag.innerText()).toBe('Wool guide <b>published</b>');
  expect(await seriousAccessibilityFindings(merchant.page)).toEqual([]);

  const agency = await openVisit(browser, { baseURL: origin });
  await agency.page.goto('/stats/fmdf');
  await signInAs(agency.page, 'agency@layerkick.test');
  await agency.page.locator('.flag').waitFor();

  await flag.click();
  await dialog.getByRole('button', { name: 'Remove “Wool guide' }).click();
  await flag.waitFor({ state: 'detached' });
  await agency.context.close();
  await merchant.context.close();
});

test('a merchant says what they want of visitors, changes the store’s name and sees who else sees it', async () => {
  const merchant = await merchantAt('/settings/store?store=fmdf');
  const { page } = merchant;
  const goals = page.getByRole('region', { name: 'Goals' });
  await goals.getByLabel('Name of the goal').fill('Saw a throw');
  await goals.getByLabel('Reached when').selectOption('page contains');
  await goals.getByLabel('Page or event').fill('throw');
  await goals.getByRole('button', { name: 'Add the goal' }).click();
  await goals.getByText('Pages that contain throw').waitFor();
  expect(await page.getByRole('region', { name: 'Members' }).innerText()).toContain('Max Merchant');

  const name = page.getByRole('region', { name: 'Name and domains' });
  await name.getByLabel('Name', { exact: true }).fill('Fjord & Maple Co');
  await name.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Fjord & Maple Co', level: 1 }).waitFor();
  await name.getByLabel('Name', { exact: true }).fill('Fjord & Maple');
  await name.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Fjord & Maple', level: 1, exact: true }).waitFor();

  await page.goto('/stats/fmdf');
  const goal = page.locator('[data-goal="Saw a throw"]');
  await goal.waitFor();
  const reached = Number(await goal.getAttribute('data-value'));
  expect(reached).toBeGreaterThan(0);
  // A goal is a filter: its row leads to the sessions it counts.
  await goal.getByRole('link').click();
  await page.locator('[data-filter="page_has"]').waitFor();
  await page.locator(`output[data-metric="sessions"][data-value="${reached}"]`).first().waitFor();

  await page.locator('button.face').click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Store', exact: true }).click();
  await goals.getByRole('button', { name: 'Remove the goal Saw a throw' }).click();
  await goals.getByText('Pages that contain throw').waitFor({ state: 'detached' });
  expect(merchant.complaints).toEqual([]);
  await merchant.context.close();
});

async function figure(page: Page, metric: string): Promise<number> {
  return Number(await page.locator(`output[data-metric="${metric}"]`).first().getAttribute('data-value'));
}
