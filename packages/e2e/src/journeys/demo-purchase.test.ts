import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openVisit, signInAs } from '../browser.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Nobody whom another journey had visit this shop. */
const CUSTOMER =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15';

test('buying in the demo storefront shows on the stats page', async () => {
  const merchant = await openVisit(browser, { baseURL: origin });
  await merchant.page.goto('/stats/fmdf?period=today');
  await signInAs(merchant.page, 'merchant@fmdf.test');
  await merchant.page.waitForURL('**/stats/fmdf?period=today');
  const before = await figures(merchant.page);

  const customer = await openVisit(browser, { baseURL: origin, userAgent: CUSTOMER });
  await customer.page.goto('/demo/fmdf');
  await customer.page
    .getByRole('link', { name: /Birch candle/ })
    .first()
    .click();
  await customer.page.getByRole('button', { name: 'Add to cart' }).click();
  await customer.page.getByRole('link', { name: 'Check out' }).click();
  const arrived = customer.page.waitForResponse(
    (response) =>
      response.url().endsWith('/api/event') && (response.request().postData() ?? '').includes('"purchase"'),
  );
  await customer.page.getByRole('button', { name: 'Place order' }).click();
  expect((await arrived).status()).toBe(202);

  await merchant.page.reload();
  const after = await figures(merchant.page);
  expect(after.orders - before.orders).toBe(1);
  expect(after.netSales - before.netSales).toBe(2900);
  expect(after.sessions - before.sessions).toBe(1);

  expect(customer.complaints).toEqual([]);
  expect(merchant.complaints).toEqual([]);
  await customer.context.close();
  await merchant.context.close();
});

async function figures(page: Page): Promise<{ orders: number; netSales: number; sessions: number }> {
  const value = async (metric: string) =>
    Number(await page.locator(`output[data-metric="${metric}"]`).first().getAttribute('data-value'));
  return {
    orders: await value('orders'),
    netSales: await value('net_sales'),
    sessions: await value('sessions'),
  };
}
