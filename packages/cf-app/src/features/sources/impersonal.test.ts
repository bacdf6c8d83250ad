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
    customer: { id: 7, first_name: 'Ann', default_address: { city: 'Berlin' } },
    billing: { country: 'DE', address_1: 'Street 1', name: 'Ann' },
    line_items: [{ name: 'Pot', quantity: 2, properties: [{ name: 'Engraving', value: 'Ann' }] }],
    meta_data: [{ key: 'vat', value: 'DE1' }],
  };
  expect(impersonal(order)).toEqual({
    id: 1,
    customer: { id: 7 },
    billing: { country: 'DE' },
    line_items: [{ name: 'Pot', quantity: 2 }],
  });
});
