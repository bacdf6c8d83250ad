import { readFile } from 'node:fs/promises';
import type { Browser, Cookie, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { launchBrowser, openVisit, seriousAccessibilityFindings, signInAs } from '../browser.ts';

const origin = inject('origin');
const API = '/api/v1/stores/fmdf';
let browser: Browser;

let session: Cookie[];

beforeAll(async () => {
  browser = await launchBrowser();
  const { page, context } = await openVisit(browser, { baseURL: origin });
  await page.goto('/stats/fmdf');
  await signInAs(page, 'merchant@fmdf.test');
  await page.waitForURL(`${origin}/stats/fmdf`);
  session = await context.cookies();
  await context.close();
});
afterAll(() => browser.close());

async function visit(path: string, look: { phone?: boolean } = {}) {
  const opened = await openVisit(browser, { baseURL: origin, ...look });
  await opened.context.addCookies(session);
  await opened.page.goto(path);
  await settled(opened.page);
  return opened;
}

/** Days that are over: what other journeys do today changes nothing. */
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const DAYS = { from: day(20), to: day(7) };
const SEARCH = `from=${DAYS.from}&to=${DAYS.to}`;
const RANGE = `${DAYS.from}..${DAYS.to}`;

const figures = z.record(z.string(), z.number().nullable());
const statsAnswer = z.object({
  totals: figures,
  rows: z.array(z.object({ dimensions: z.array(z.string()), metrics: figures })),
  others: z.object({ metrics: figures }).nullable(),
});

describe('the numbers on the page are those of the API for the same state', () => {
  const filters = JSON.stringify([{ dimension: 'country', op: 'is', values: ['DE'] }]);

  test('cards, rows with what is left of them, steps and hours', async () => {
    const { page, context, complaints } = await visit(`/stats/fmdf?${SEARCH}&country=DE&compare=none`);
    const asked = `range=${RANGE}&filters=${encodeURIComponent(filters)}`;
    const cards = 'net_sales,orders,conversion_rate,average_order_value,sessions,visitors';
    const { totals } = statsAnswer.parse(await fromApi(page, `/stats?metrics=${cards}&${asked}`));
    for (const metric of cards.split(','))
      expect([metric, await card(page, metric)]).toEqual([metric, totals[metric]]);

    for (const [panel, dimension, metrics] of [
      ['sources', 'channel', 'net_sales,orders,sessions'],
      ['products', 'product', 'net_sales,orders,product_views,add_to_carts,view_to_order_rate'],
      ['countries', 'region', 'net_sales,orders,sessions'],
      ['pages', 'page', 'page_views,visitors'],
      ['devices', 'device', 'net_sales,sessions,conversion_rate'],
    ] as const) {
      const { rows, others } = statsAnswer.parse(
        await fromApi(page, `/stats?metrics=${metrics}&dimension=${dimension}&limit=7&${asked}`),
      );
      const expected = [...rows, ...(others ? [{ dimensions: ['others'], ...others }] : [])].map(
        ({ dimensions: [value], metrics: of }) => [
          value,
          ...metrics.split(',').map((metric) => of[metric] ?? null),
        ],
      );
      expect([panel, await rowsOf(page, panel, metrics.split(','))]).toEqual([panel, expected]);
    }

    const steps = ['view_item', 'add_to_cart', 'begin_checkout', 'purchase'];
    const funnel = z
      .object({ sessions: z.number(), steps: z.array(z.object({ sessions: z.number() })) })
      .parse(
        await fromApi(page, '/funnel', {
          range: DAYS,
          filters: JSON.parse(filters),
          steps: steps.map((event) => ({ dimension: 'event', values: [event] })),
        }),
      );
    expect(await values(page, '[data-panel="funnel"] output')).toEqual([
      funnel.sessions,
      ...funnel.steps.map(({ sessions }) => sessions),
    ]);

    const hours = await page.locator('[data-panel="heatmap"] table td').allTextContents();
    const orders = hours.reduce((sum, cell) => sum + Number(cell), 0);
    expect(orders).toBe(totals['orders']);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('why it changed: the waterfall, and all that moved it to the cent', async () => {
    const { page, context, complaints } = await visit(`/stats/fmdf?${SEARCH}&show=why`);
    const why = z
      .object({ change: z.number(), factors: z.array(z.object({ effect: z.number() })) })
      .parse(await fromApi(page, '/change', { range: DAYS, compare: 'previous' }));
    await page.getByRole('heading', { name: 'Why did it change?' }).last().waitFor();
    const shown = await values(page, '[data-sheet="why"] [data-factor] h3 output');
    expect(shown).toEqual(why.factors.map(({ effect }) => effect));
    expect(shown.reduce((sum, effect) => sum + effect, 0)).toBe(why.change);
    for (const [index, effect] of shown.entries()) {
      const factor = page.locator('[data-sheet="why"] [data-factor]').nth(index);
      for (const split of await factor.locator('table').all()) {
        const parts = await split
          .locator('td[data-value]')
          .evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('data-value'))));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(effect);
      }
    }
    expect(await seriousAccessibilityFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

test('finding out why last week was worse: from the change to what moved it, to its orders', async () => {
  const { page, context, complaints } = await visit(
    `/stats/fmdf?from=${day(14)}&to=${day(8)}&compare=weekdays`,
  );
  const change = Number(await page.locator('.why-sum output').getAttribute('data-change'));
  await page.getByRole('link', { name: 'Show all that moved it' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('The parts below add up to it').waitFor();
  const factors = await values(page, '[data-sheet="why"] [data-factor] h3 output');
  expect(factors.reduce((sum, effect) => sum + effect, 0)).toBe(change);
  const part = sheet.locator('[data-dimension="channel"] [data-row]').first();
  const channel = await part.getAttribute('data-row');
  await part.getByRole('link').click();
  await page.locator('[data-filter="channel"]').getByText(`Channel is ${channel}`).waitFor();
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await settled(page);
  await page.getByRole('link', { name: 'What is “Net sales”?' }).first().click();
  await sheet.getByText('The rows behind it').waitFor();
  const terms = await values(page, '.equation [data-term]');
  const [gross = 0, discounts = 0, returns = 0] = terms;
  expect(gross - discounts - returns).toBe((await values(page, '.equation [data-metric]'))[0]);
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a phone is narrowed to one campaign that was searched for', async () => {
  const { page, context, complaints } = await visit('/stats/fmdf?sources=campaign', { phone: true });
  const panel = page.locator('[data-panel="sources"]');
  const row = panel.locator('[data-row]:not([data-row=""])').first();
  const campaign = (await row.getAttribute('data-row')) ?? '';
  await panel.getByRole('link', { name: /^Show all/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('searchbox').fill(campaign.toUpperCase());
  await page.waitForURL('**find=*');
  await expect.poll(() => sheet.locator('tbody tr').count()).toBe(1);
  expect(await sheet.getByRole('searchbox').inputValue()).toBe(campaign.toUpperCase());
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  await sheet.getByRole('link', { name: campaign }).click();
  await page.locator('[data-filter="campaign"]').getByText(`Campaign is ${campaign}`).waitFor();
  await settled(page);
  await page.goBack();
  await sheet.getByRole('searchbox').waitFor();

  // Names can be told apart beside however many figures, and what orders are sorted by is in sight.
  await page.goto('/stats/fmdf?show=sources');
  const name = await sheet.locator('tbody td').first().boundingBox();
  expect(name?.width).toBeGreaterThanOrEqual(150);
  await page.goto('/stats/fmdf?show=orders&by=gross_sales');
  expect(await sheet.locator('th:visible').allInnerTexts()).toEqual(['Order', 'Gross sales']);
  const amount = await sheet.locator('tbody td:visible').nth(1).boundingBox();
  expect((amount?.x ?? Infinity) + (amount?.width ?? 0)).toBeLessThanOrEqual(390);
  expect(complaints).toEqual([]);
  await context.close();
});

test('all rows are sorted by any column and turned page by page, and what is left out is counted', async () => {
  const { page, context, complaints } = await visit(`/stats/fmdf?${SEARCH}&show=pages&compare=none`);
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('link', { name: 'Visitors', exact: true }).click();
  await sheet.locator('th[aria-sort="descending"]:has(.lucide-arrow-down)').getByText('Visitors').waitFor();
  const sorted = await values(page, '[data-sheet="pages"] [data-row] [data-metric="visitors"]');
  expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
  await sheet.getByRole('link', { name: 'Visitors', exact: true }).click();
  await sheet.locator('th[aria-sort="ascending"]:has(.lucide-arrow-up)').getByText('Visitors').waitFor();
  expect(new URL(page.url()).searchParams.get('up')).toBe('true');
  expect(complaints).toEqual([]);
  await context.close();
});

test('orders one by one are those of the API: all of them, searched, sorted, and as a file', async () => {
  const { page, context, complaints } = await visit(`/stats/fmdf?${SEARCH}&compare=none`);
  const panel = page.locator('[data-panel="orders"]');
  const booked = z.object({
    count: z.number(),
    bookings: z.array(
      z.object({
        order: z.string(),
        gross: z.number(),
        discounts: z.number(),
        products: z.array(z.object({ name: z.string() })),
      }),
    ),
  });
  const ofApi = async (more: object) =>
    booked.parse(await fromApi(page, '/bookings', { range: DAYS, kind: 'orders', ...more }));
  const latest = await ofApi({ limit: 6 });
  expect(await ordersIn(panel)).toEqual(latest.bookings.map(({ order }) => order));
  expect(latest.count).toBe(await card(page, 'orders'));

  await panel.getByRole('link', { name: `Show all ${latest.count}` }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('link', { name: 'Net sales', exact: true }).click();
  await sheet.locator('th[aria-sort="descending"]:has(.lucide-arrow-down)').getByText('Net sales').waitFor();
  const orderBy = { field: 'net', direction: 'desc' };
  const dearest = await ofApi({ orderBy, limit: 50 });
  expect(await ordersIn(sheet)).toEqual(dearest.bookings.map(({ order }) => order));
  expect(await values(page, '[data-sheet="orders"] td[data-value]')).toEqual(
    dearest.bookings.map(({ gross, discounts }) => gross - discounts),
  );
  await sheet.getByRole('link', { name: 'Next' }).click();
  await sheet.getByText('51 to').waitFor();
  const next = await ofApi({ orderBy, limit: 50, offset: 50 });
  expect(await ordersIn(sheet)).toEqual(next.bookings.map(({ order }) => order));

  const name = dearest.bookings[0]?.products[0]?.name ?? '';
  await sheet.getByRole('searchbox').fill(name.toUpperCase());
  const found = await ofApi({ orderBy, limit: 50, find: name });
  await sheet.getByText(new RegExp(`of ${found.count}$`)).waitFor();
  expect(await ordersIn(sheet)).toEqual(found.bookings.map(({ order }) => order));
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await sheet.getByRole('link', { name: 'CSV' }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(found.count + 1);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a panel is exported as it is filtered', async () => {
  const { page, context } = await visit(`/stats/fmdf?${SEARCH}&channel=Email&compare=none`);
  const download = page.waitForEvent('download');
  await page.locator('[data-panel="products"]').getByRole('link', { name: 'CSV' }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
  expect(lines[0]).toBe('product,label,product_views,add_to_carts,orders,view_to_order_rate,net_sales');
  const column = lines.slice(1).map((line) => Number(line.split(',').at(-1)));
  expect(column.reduce((sum, value) => sum + value, 0)).toBe(await card(page, 'net_sales'));
  await context.close();
});

test('the chart is walked by the keyboard: points are read out, Shift chooses several, Enter opens them', async () => {
  const { page, context, complaints } = await visit(`/stats/fmdf?${SEARCH}`);
  const chart = page.getByRole('slider', { name: 'Net sales by day, point by point' });
  await chart.focus();
  await page.keyboard.press('ArrowLeft');
  const cell = page.locator('section.chart tbody tr').nth(12);
  const name = (await cell.locator('th').textContent()) ?? '';
  const value = (await cell.locator('td').first().textContent()) ?? '';
  expect(await chart.getAttribute('aria-valuetext')).toContain(`${name}: ${value}`);
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**from=${day(10)}&to=${day(8)}*`);
  await settled(page);
  await page.getByRole('slider').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**from=${day(8)}&to=${day(8)}*`);
  await page.getByRole('heading', { name: 'Net sales by hour' }).waitFor();
  await page.goBack();
  await page.waitForURL(`**from=${day(10)}&to=${day(8)}*`);
  expect(complaints).toEqual([]);
  await context.close();
});

test('the chart is zoomed by drawing over it, a click opens a day, and its table says the same', async () => {
  const { page, context, complaints } = await visit(`/stats/fmdf?${SEARCH}`);
  const box = await page.locator('.plot-area').boundingBox();
  if (!box) throw new Error('There is no plot');
  const at = (point: number) => box.x + (box.width * point) / 13;
  const middle = box.y + box.height / 2;
  await page.mouse.move(at(3), middle);
  await page.mouse.down();
  await page.mouse.move(at(9), middle, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(`**from=${day(17)}&to=${day(11)}*`);
  await settled(page);
  await page.getByRole('link', { name: 'Show as a table' }).click();
  const days = page.getByRole('region', { name: 'Net sales by day' }).locator('tbody tr');
  await expect.poll(() => days.count()).toBe(7);
  const shown = await values(page, 'section.chart tbody td[data-value]');
  expect(shown.reduce((sum, value) => sum + value, 0)).toBe(await card(page, 'net_sales'));
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('other cards are chosen, stay for this person, and one of them becomes the chart', async () => {
  const { page, context, complaints } = await visit('/stats/fmdf');
  await page.getByRole('link', { name: 'Cards' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('checkbox', { name: 'Returns' }).check();
  await sheet.getByRole('checkbox', { name: 'Visitors' }).uncheck();
  await sheet.getByRole('button', { name: 'Move Returns up' }).click();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Save' }).click();
  await page.locator('output[data-metric="returns"]').waitFor();
  await page.reload();
  const names = await page.locator('.cards .card-link').allTextContents();
  expect(names.slice(-2)).toEqual(['Returns', 'Sessions']);
  expect(names).not.toContain('Visitors');
  await page.locator('.cards').getByRole('link', { name: 'Returns', exact: true }).click();
  await page.getByRole('heading', { name: 'Returns by day' }).waitFor();
  await page.getByRole('link', { name: 'Cards' }).click();
  await sheet.getByRole('button', { name: 'The usual ones' }).click();
  await sheet.getByRole('button', { name: 'Save' }).click();
  await page.locator('output[data-metric="visitors"]').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('what lies over the page is there before any script runs, and its links work', async () => {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  await context.addCookies(session);
  const page = await context.newPage();
  await page.goto('/stats/fmdf?explain=conversion_rate');
  await page.getByRole('dialog').getByText('Sessions with an order', { exact: true }).waitFor();
  await page.getByRole('dialog').getByRole('link', { name: 'Close' }).click();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await context.close();
});

async function settled(page: Page): Promise<void> {
  await page.locator('main[aria-busy="false"]').waitFor();
  await page.locator('.panels .page-foot').waitFor();
}

/** As the page's reader, with their session. */
async function fromApi(page: Page, path: string, body?: unknown): Promise<unknown> {
  const answer = await page.request.fetch(
    `${origin}${API}${path}`,
    body === undefined ? {} : { method: 'POST', data: body, headers: { origin } },
  );
  expect([path, answer.status()]).toEqual([path, 200]);
  return answer.json();
}

async function ordersIn(place: Locator): Promise<(string | null)[]> {
  return place.locator('[data-order]').evaluateAll((all) => all.map((one) => one.getAttribute('data-order')));
}

async function card(page: Page, metric: string): Promise<number> {
  return Number(await page.locator(`output[data-metric="${metric}"]`).first().getAttribute('data-value'));
}

async function values(page: Page, selector: string): Promise<number[]> {
  return page
    .locator(selector)
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-value'))));
}

/** Of each row its value and figures, and of all others together; null for what is not known. */
async function rowsOf(page: Page, panel: string, metrics: readonly string[]): Promise<unknown[][]> {
  const rows = page.locator(`[data-panel="${panel}"] tbody`);
  const names = await rows.locator('tr').evaluateAll((all) => all.map((row) => row.getAttribute('data-row')));
  const columns = await Promise.all(
    metrics.map((metric) =>
      rows
        .locator(`[data-metric="${metric}"]`)
        .evaluateAll((all) => all.map((cell) => cell.getAttribute('data-value'))),
    ),
  );
  return names.map((name, row) => [
    name ?? 'others',
    ...columns.map((column) => (column[row] ? Number(column[row]) : null)),
  ]);
}
