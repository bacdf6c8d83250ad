import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openVisit, seriousAccessibilityFindings, signInAs, type Visit } from '../browser.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function visit(path: string, look: { phone?: boolean } = {}): Promise<Visit> {
  const opened = await openVisit(browser, { baseURL: origin, ...look });
  await opened.page.goto(path);
  await signInAs(opened.page, 'merchant@fmdf.test');
  await opened.page.waitForURL(`${origin}${path}`);
  return opened;
}

test('two countries are chosen without a row, both stay in the address, and Back takes them away', async () => {
  const { page, context, complaints } = await visit('/stats/fmdf');
  const both = (await rowFigure(page, 'DE', 'orders')) + (await rowFigure(page, 'AT', 'orders'));
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByLabel('Filter by').selectOption({ label: 'Country' });
  await page.getByLabel('Find a value').fill('Germany');
  await page.getByRole('checkbox', { name: 'Germany' }).check();
  await page.getByLabel('Find a value').fill('Austria');
  await page.getByRole('checkbox', { name: 'Austria' }).check();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show only these' }).click();
  await page.locator('[data-filter="country"]').getByText('Country is Germany or Austria').waitFor();
  await figure(page, 'orders', both);
  expect(new URL(page.url()).searchParams.get('country')).toBe('["DE","AT"]');
  await page.reload();
  await figure(page, 'orders', both);
  await page.goBack();
  await page.waitForURL('**/stats/fmdf');
  await page.locator('[data-filter="country"]').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await context.close();
});

test('what is and what is not add up to everything', async () => {
  const { page, context } = await visit('/stats/fmdf?channel=Direct');
  const direct = await cardFigure(page, 'sessions');
  await page.goto('/stats/fmdf?channel_not=Direct');
  await page.getByText('Channel is not Direct').waitFor();
  const others = await cardFigure(page, 'sessions');
  await page.goto('/stats/fmdf');
  expect(await cardFigure(page, 'sessions')).toBe(direct + others);
  await context.close();
});

test('part of an address narrows the page to whoever saw one like it', async () => {
  const { page, context, complaints } = await visit('/stats/fmdf');
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByLabel('Filter by').selectOption({ label: 'Page' });
  await page.getByLabel('Compared how').selectOption('contains');
  await page.getByLabel('Text in it').fill('/cart');
  await page.getByLabel('or this text').fill('/checkout');
  // Emptying one of them moves no other under the cursor.
  await page.getByLabel('Text in it').fill('');
  expect(await page.getByLabel('or this text').first().inputValue()).toBe('/checkout');
  await page.getByRole('button', { name: 'Show only these' }).click();
  await page.waitForURL('**/stats/fmdf?page_has=%2Fcheckout');
  // The same text where it has to stand at the beginning.
  await page.getByRole('button', { name: 'Page contains /checkout' }).click();
  await page.getByLabel('Compared how').selectOption('prefix');
  expect(await page.getByLabel('Text at the beginning').inputValue()).toBe('/checkout');
  await page.getByRole('button', { name: 'Show only these' }).click();
  await page.waitForURL('**/stats/fmdf?page_begins=%2Fcheckout');
  await page.getByText('Page begins with /checkout').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test.each([
  ['Yesterday', 'Yesterday', 'period=yesterday'],
  ['Quarter to date', 'Quarter to date', 'period=quarter'],
  ['All time', 'All time', 'period=all'],
])('the period %s is shown', async (choice, shown, search) => {
  const { page, context, complaints } = await visit('/stats/fmdf');
  await page.getByRole('button', { name: /Last 30 days/ }).click();
  await page.getByRole('link', { name: choice, exact: true }).click();
  await page.getByRole('button', { name: shown }).waitFor();
  await page.locator('main[aria-busy="false"]').waitFor();
  expect(new URL(page.url()).search).toBe(`?${search}`);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a week is compared with its own days of last year, then with days that somebody chooses', async () => {
  const { page, context, complaints } = await visit('/stats/fmdf?from=2026-11-16&to=2026-11-20');
  await page.getByRole('button', { name: /Comparison/ }).click();
  await page.getByRole('link', { name: 'Same dates last year' }).click();
  await page.locator('[data-series="past"]').getByText('16 Nov – 20 Nov 2025').waitFor();
  await page.getByRole('button', { name: /Comparison/ }).click();
  const menu = page.locator('#comparison-menu');
  await menu.getByLabel('From').fill('2026-11-02');
  await menu.getByLabel('To').fill('2026-11-06');
  await menu.getByRole('button', { name: 'Compare with these days' }).click();
  await page.locator('[data-series="past"]').getByText('2 Nov – 6 Nov').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a row is shown beside others by keyboard, and the condition is turned round where it stands', async () => {
  const { page, context, complaints } = await visit('/stats/fmdf');
  const all = await cardFigure(page, 'orders');
  const both = (await rowFigure(page, 'DE', 'orders')) + (await rowFigure(page, 'AT', 'orders'));
  await row(page, 'DE').getByRole('link').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'More filters with Germany' });
  await dialog.getByRole('checkbox', { name: 'Germany', checked: true }).waitFor();
  await dialog.getByLabel('Find a value').fill('Austria');
  await dialog.getByRole('checkbox', { name: 'Austria' }).check();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await figure(page, 'orders', both);
  await page.getByRole('button', { name: 'Country is Germany or Austria' }).click();
  await page.getByLabel('Compared how').selectOption('is not');
  await page.getByRole('button', { name: 'Show only these' }).click();
  await page.getByText('Country is not Germany or Austria').waitFor();
  await figure(page, 'orders', all - both);
  expect(new URL(page.url()).search).toBe('?country_not=%5B%22DE%22%2C%22AT%22%5D');
  await page.goBack();
  await figure(page, 'orders', both);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a row is left out by touch, another with Alt and a click, and an hour of the week is opened', async () => {
  const { page, context, complaints } = await visit('/stats/fmdf', { phone: true });
  const rest = (await cardFigure(page, 'orders')) - (await rowFigure(page, 'DE', 'orders'));
  const austria = await rowFigure(page, 'AT', 'orders');
  await row(page, 'DE').getByRole('button', { name: 'More filters with Germany' }).tap();
  await page.getByRole('link', { name: 'All but Germany' }).tap();
  await figure(page, 'orders', rest);
  // The panels come after the cards, and rows move.
  await page.locator('main[aria-busy="false"]').waitFor();
  await row(page, 'AT')
    .getByRole('link')
    .click({ modifiers: ['Alt'] });
  await page.getByText('Country is not Germany or Austria').waitFor();
  await figure(page, 'orders', rest - austria);
  await page.locator('main[aria-busy="false"]').waitFor();
  const hour = page.locator('.heatmap a[data-peak]');
  const orders = Number((await hour.getAttribute('title'))?.split(': ')[1]);
  await hour.click();
  await page.locator('[data-filter="hour"]').waitFor();
  await figure(page, 'orders', orders);
  expect(complaints).toEqual([]);
  await context.close();
});

test('an answer is drawn part by part, and none of it over a newer one', async () => {
  const { page, context, complaints } = await visit('/stats/fmdf');
  await page.locator('.panels .page-foot').waitFor();
  await page.locator('main[aria-busy="false"]').waitFor();
  const links = (panel: string) => page.locator(`[data-panel="${panel}"] a[href*="country=DE"]`);
  await page.evaluate(HOLD_BACK);
  await row(page, 'DE').getByRole('link').click();
  // The cards are there; what is under them is of the state before, and said to be under way.
  await page.locator('[data-filter="country"]').waitFor();
  await expect.poll(() => page.evaluate('held.length')).toBe(3);
  expect(await page.locator('main').getAttribute('aria-busy')).toBe('true');
  expect(await links('sources').count()).toBe(0);
  await page.evaluate('held.shift()(); held.shift()()');
  await expect.poll(() => links('sources').count()).toBeGreaterThan(0);
  expect(await page.locator('main').getAttribute('aria-busy')).toBe('true');
  expect(await links('devices').count()).toBe(0);

  // Back, before the last part is there: when it comes, it is of a state that nobody looks at.
  await page.evaluate('holding = false');
  await page.goBack();
  await page.locator('main[aria-busy="false"]').waitFor();
  expect(await links('sources').count()).toBe(0);
  await page.evaluate('held.shift()(); drained');
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  expect(await links('devices').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

/**
 * Keeps back all but the first part of answers from here on: one function in `held` for each further part lets it go. `drained`
 * is settled when an answer that was kept back has ended.
 */
const HOLD_BACK = `{
  globalThis.held = [];
  globalThis.holding = true;
  let ended;
  globalThis.drained = new Promise((resolve) => (ended = resolve));
  const ask = fetch;
  globalThis.fetch = async (...asked) => {
    const answer = await ask(...asked);
    if (!holding || !String(asked[0]?.url ?? asked[0]).includes('/_serverFn/')) return answer;
    const whole = new Uint8Array(await answer.arrayBuffer());
    // A kind, the number of a stream and a length come before what is sent.
    const parts = [];
    for (let at = 0; at < whole.length; ) {
      const length = new DataView(whole.buffer).getUint32(at + 5);
      parts.push(whole.subarray(at, at + 9 + length));
      at += 9 + length;
    }
    const body = new ReadableStream({
      async start(stream) {
        stream.enqueue(parts.shift());
        const last = parts.splice(3);
        for (const waits of parts.map((part) => [part, new Promise((go) => held.push(go))])) {
          await waits[1];
          stream.enqueue(waits[0]);
        }
        for (const part of last) stream.enqueue(part);
        stream.close();
        ended();
      },
    });
    return new Response(body, answer);
  };
}`;

async function cardFigure(page: Page, metric: string): Promise<number> {
  return Number(await page.locator(`output[data-metric="${metric}"]`).first().getAttribute('data-value'));
}

function row(page: Page, country: string) {
  return page.locator(`[data-panel="countries"] tr[data-row="${country}"]`);
}

async function rowFigure(page: Page, country: string, metric: string): Promise<number> {
  const cell = row(page, country).locator(`[data-metric="${metric}"]`);
  return Number(await cell.getAttribute('data-value'));
}

async function figure(page: Page, metric: string, value: number): Promise<void> {
  await page.locator(`output[data-metric="${metric}"][data-value="${value}"]`).first().waitFor();
}
