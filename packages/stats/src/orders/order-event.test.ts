import { describe, expect, test } from 'vitest';
import type { StoreEvent } from '../event.ts';
import { entryOfEvent } from './order-event.ts';

const at = Date.parse('2026-11-20T10:00:00Z');
const entryOf = (event: Partial<StoreEvent>) =>
  entryOfEvent({ name: 'purchase', at, url: 'https://shop.example/thanks', ...event }, 'event:1', 'EUR');

describe('a purchase', () => {
  test('is worth its items before discount', () => {
    const items = [
      { item_id: 'pot', item_name: 'Pot', price: '17.90', discount: '2.00', quantity: 2 },
      { item_id: 'lid', price: 4.5 },
    ];
    expect(entryOf({ transaction_id: '1001', value: 1, items, tax: '6.43', shipping: 4.9 })).toMatchObject({
      id: 'event:1',
      kind: 'sale',
      order: '1001',
      at,
      currency: 'EUR',
      gross: 4430,
      discount: 400,
      tax: 643,
      shipping: 490,
      source: 'browser',
      lines: [
        { product: 'pot', name: 'Pot', quantity: 2, gross: 3980, discount: 400 },
        { product: 'lid', name: '', quantity: 1, gross: 450, discount: 0 },
      ],
    });
  });

  test('is worth its value where no item has a price', () => {
    const entry = entryOf({ value: '40.30', items: [{ item_id: 'pot', quantity: 2 }] });
    expect(entry).toMatchObject({
      gross: 4030,
      discount: 0,
      lines: [{ product: 'pot', quantity: 2, gross: 0 }],
    });
  });

  test('is an order of its own where it has no number', () => {
    expect(entryOf({ value: 1 })?.order).toBe('event:1');
  });

  test('is in the currency it names', () => {
    expect(entryOf({ value: 1200, currency: 'JPY' })).toMatchObject({ currency: 'JPY', gross: 1200 });
  });
});

const refundOf = (event: Partial<StoreEvent>) =>
  entryOf({ name: 'refund', transaction_id: '1001', ...event });

describe('a refund', () => {
  test('gives back its items', () => {
    const refund = refundOf({
      value: 99,
      items: [{ item_id: 'pot', price: 17.9, discount: 2, quantity: 2 }],
    });
    expect(refund).toMatchObject({
      kind: 'refund',
      order: '1001',
      gross: 0,
      returns: 3580,
      gives: 'amounts',
    });
    expect(refund?.lines).toEqual([{ product: 'pot', name: '', quantity: -2, gross: -3980, discount: -400 }]);
  });

  test('gives back its value where no item has a price', () => {
    expect(refundOf({ value: '5.00' })).toMatchObject({ returns: 500, gives: 'amounts' });
  });

  test('gives back items at the price they were sold for, or the whole order, where it names no amount', () => {
    expect(refundOf({ items: [{ item_id: 'pot' }] })).toMatchObject({ returns: 0, gives: 'lines' });
    expect(refundOf({})).toMatchObject({ returns: 0, gives: 'order' });
  });

  test('lowers taxes and shipping by what it names of them', () => {
    expect(refundOf({ tax: 1, shipping: '4.90' })).toMatchObject({ tax: -100, shipping: -490 });
  });
});

test('nothing else is about an order', () => {
  expect(entryOf({ name: 'add_to_cart', value: 10, transaction_id: '1001' })).toBeNull();
});
