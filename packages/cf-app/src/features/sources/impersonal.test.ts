import { expect, test } from 'vitest';
import { impersonal } from './impersonal.ts';

test('nothing that says who somebody is stays, at any depth', () => {
  const order = {
    id: 1,
    name: '#1001',
    email: 'ann@shop.example',
    phone: '+49 30 1',
    note: 'ring twice',
    browser_ip: '203.0.113.9',
    client_details: { browser_ip: '203.0.113.9', user_agent: 'Mozilla/5.0 Gecko/20100101 Firefox/144.0' },
    customer: { id: 7, first_name: 'Ann', default_address: { city: 'Berlin' } },
    billing: { country: 'DE', address_1: 'Street 1', name: 'Ann' },
    line_items: [{ name: 'Pot', quantity: 2, properties: [{ name: 'Engraving', value: 'Ann' }] }],
    meta_data: [{ key: 'vat', value: 'DE1' }],
  };
  expect(impersonal(order)).toEqual({
    id: 1,
    browser: 'Firefox',
    customer: { id: 7 },
    billing: { country: 'DE' },
    line_items: [{ name: 'Pot', quantity: 2 }],
  });
});

test.each([
  ['mozilla/5.0 (x11; linux x86_64; rv:144.0) gecko/20100101 firefox/144.0', 'Firefox'],
  [
    'mozilla/5.0 (windows nt 10.0; win64; x64) applewebkit/537.36 (khtml, like gecko) chrome/142.0 safari/537.36',
    'Chrome',
  ],
  ['', ''],
  [null, ''],
  [{ $gt: '' }, ''],
])('the browser of a user agent in lower case is called as visits call it: %s', (userAgent, browser) => {
  expect(impersonal({ customer_user_agent: userAgent })).toEqual({ browser });
});
