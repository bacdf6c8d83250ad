import { createHmac } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { seriousAccessibilityFindings, launchBrowser, openVisit, signInAs } from '../browser.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('an owner connects a shop platform, sees its secret once and why a delivery was not counted', async () => {
  const { page, context, complaints } = await openVisit(browser, { baseURL: origin });
  await page.goto('/settings/sources');
  await signInAs(page, 'merchant@fmdf.test');
  await page.getByText('Nothing was delivered yet.').waitFor();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Connect WooCommerce' }).click();
  const woocommerce = page.getByRole('region', { name: 'WooCommerce' });
  await woocommerce.getByText('shown this once').waitFor();
  const [address = '', secret = ''] = await woocommerce.locator('output.snippet code').allTextContents();
  expect(new URL(address).pathname).toBe('/api/webhooks/woocommerce/fmdf');

  const body = JSON.stringify({ id: 4711, status: 'completed' });
  const told = await fetch(`${origin}${new URL(address).pathname}`, {
    method: 'POST',
    headers: {
      'x-wc-webhook-topic': 'order.created',
      'x-wc-webhook-delivery-id': 'journey',
      'x-wc-webhook-signature': createHmac('sha256', secret).update(body).digest('base64'),
    },
    body,
  });
  expect(await told.json()).toMatchObject({ outcome: 'failed' });

  await page.reload();
  await page.getByText('Cannot be read').waitFor();
  await page.getByText(/currency: /).waitFor();
  expect(await page.content()).not.toContain(secret);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('1 still cannot be read').waitFor();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByRole('button', { name: 'Connect WooCommerce' }).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('somebody who may see no store is shown no sources', async () => {
  const { page, context } = await openVisit(browser, { baseURL: origin, phone: true });
  await page.goto('/settings/sources?store=fmdf');
  await signInAs(page, 'outsider@example.test');
  await page.getByText('You have no access to a store of this name.').waitFor();
  await context.close();
});
