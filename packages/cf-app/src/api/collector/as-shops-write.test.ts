import { event } from '@layerkick/stats/event';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asShopsWrite } from './as-shops-write.ts';

const purchase = { name: 'purchase', at: 1, url: 'https://shop.example/thanks' };

test.each([
  [
    'ids as numbers',
    { transaction_id: 10042, items: [{ item_id: 7 }] },
    { transaction_id: '10042', items: [{ item_id: '7' }] },
  ],
  [
    'quantities as text',
    { items: [{ item_id: 'a', quantity: '2' }] },
    { items: [{ item_id: 'a', quantity: 2 }] },
  ],
  [
    'nothing as null or as empty text',
    { currency: '', value: null, items: [{ item_id: 'a', item_category: '', discount: null }] },
    { items: [{ item_id: 'a' }] },
  ],
  ['a currency in small letters', { currency: 'eur' }, { currency: 'EUR' }],
  [
    'an item that has a name only',
    { items: [{ item_name: 'Candle' }] },
    { items: [{ item_id: 'Candle', item_name: 'Candle' }] },
  ],
  [
    'fields as Universal Analytics called them',
    { items: [{ id: 7, name: 'Candle', category: 'Light', price: '29.00' }] },
    { items: [{ item_id: '7', item_name: 'Candle', item_category: 'Light', price: '29.00' }] },
  ],
])('%s', (_, written, read) => {
  const taken = event.parse(asShopsWrite({ ...purchase, ...written }));
  expect(taken).toEqual({ ...purchase, ...read });
});

test('an address of any length is cut where nothing that matters follows', () => {
  const long = `https://shop.example/?q=${'x'.repeat(5000)}`;
  expect(event.parse(asShopsWrite({ ...purchase, url: long, referrer: long }))).toMatchObject({
    url: long.slice(0, 2000),
    referrer: long.slice(0, 2000),
  });
});

test('whatever it is given, it does not throw, and what the contract takes as it is stays what it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const mended = asShopsWrite(value);
      const taken = event.safeParse(value);
      if (taken.success) expect(event.parse(mended)).toEqual(taken.data);
    }),
  );
});
