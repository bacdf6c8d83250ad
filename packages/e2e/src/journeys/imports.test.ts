import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser, openVisit, seriousAccessibilityFindings, signInAs } from '../browser.ts';

const origin = inject('origin');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Long before anything that other journeys look at. */
const SHOPIFY = [
  'Name,Id,Email,Created at,Subtotal,Shipping,Taxes,Total,Currency,Lineitem name,Lineitem quantity,Lineitem price',
  '#1,9001,ada@customer.example,2019-03-04 10:00:00 +0100,40.00,5.00,0.00,45.00,EUR,Pot,2,20.00',
  '#2,9002,bob@customer.example,2019-03-05 10:00:00 +0100,20.00,0.00,0.00,20.00,EUR,Pot,1,20.00',
  '#3,9003,,not a time,20.00,0.00,0.00,20.00,EUR,Pot,1,20.00',
].join('\n');
const OWN = ['Nr,Wann,Artikel,Was,Menge,Preis', 'A-1,2019-04-01 12:00:00,p1,Pan,3,10.50'].join('\n');

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a manager brings orders from before out of files, which are read on the own device', async () => {
  const { page, context, complaints } = await openVisit(browser, { baseURL: origin });
  const sent: string[] = [];
  page.on('request', (request) => void sent.push(request.postData() ?? ''));
  await page.goto('/settings/imports');
  await signInAs(page, 'merchant@fmdf.test');
  const orders = page.getByRole('region', { name: 'Orders' });

  const choose = (name: string, text: string) =>
    orders.getByLabel('File of orders').setInputFiles(file(name, text));
  await choose('orders_export.csv', SHOPIFY);
  await orders.getByText('2 of 3 rows used: 2 orders, 0 cancellations.').waitFor();
  await orders.getByText('Gross €60.00, returned €0.00, net €60.00.').waitFor();
  await orders.getByText('Not used').click();
  await orders.getByText('Created at is not a time').waitFor();
  expect(sent.join('\n')).not.toContain('customer.example');
  expect(await seriousAccessibilityFindings(page)).toEqual([]);

  await choose('orders_export.csv', SHOPIFY);
  await orders.getByText('2 of 2 were there already.').waitFor();

  await choose('own.csv', OWN);
  await orders.getByRole('heading', { name: 'Which column is what?' }).waitFor();
  const columns = {
    'Order number': 'Nr',
    'Date and time': 'Wann',
    'Product number': 'Artikel',
    'Product name': 'Was',
    Quantity: 'Menge',
    'Price of one': 'Preis',
  };
  for (const [label, heading] of Object.entries(columns))
    await orders.getByLabel(label).selectOption(heading);
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  await orders.getByRole('button', { name: 'Import with these columns' }).click();
  await orders.getByText('Gross €31.50, returned €0.00, net €31.50.').waitFor();

  await choose('photo.csv', '"no end');
  await orders.getByRole('alert').getByText('It is no CSV file, or not a whole one.').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test('a manager brings what Google Analytics counted, which stands apart from what is measured', async () => {
  const { page, context, complaints } = await openVisit(browser, { baseURL: origin });
  await page.goto('/settings/imports');
  await signInAs(page, 'merchant@fmdf.test');
  const visits = page.getByRole('region', { name: 'Visits' });
  const report =
    '# Start date: 20190301\nNth day,Sessions,Total users,Views,Engaged sessions\n0,40,30,90,10\n1,60,50,110,20\n';
  await visits.getByLabel('File of daily visits').setInputFiles(file('report.csv', report));
  await visits.getByText('2 days of Google Analytics 4 are there.').waitFor();
  await visits.getByText('2 days, 2019-03-01 to 2019-03-02').waitFor();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);

  await page.goto('/stats/fmdf?from=2019-03-01&to=2019-03-31');
  const imported = page.getByRole('region', { name: 'Imported history' });
  await imported.locator('[data-metric=sessions][data-value="100"]').waitFor();
  await imported.getByText('70.00').waitFor();
  // The orders of the file before are there, and no session is.
  expect(await page.locator('.cards [data-metric="sessions"]').innerText()).toMatch(/\b0\b/);
  expect(await seriousAccessibilityFindings(page)).toEqual([]);

  await page.goto('/settings/imports');
  await visits.getByRole('button', { name: 'Remove Google Analytics 4' }).click();
  await visits.getByRole('list', { name: 'Imported history' }).waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await context.close();
});
