import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { event } from './event.ts';
import { readPlainEvent } from './plain-event.ts';

const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    '',
    'x'.repeat(201),
    'x'.repeat(2001),
    '\ud83d',
    -0,
    1e11,
    1e12,
    1e6,
    1e7,
    null,
    '1,5',
    '0.5',
    '-3',
  ),
);
const text = fc.oneof({ weight: 8, arbitrary: fc.string({ unit: 'binary' }) }, { weight: 1, arbitrary: odd });
const amount = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -1e11, max: 1e11, noNaN: true }) },
  { weight: 4, arbitrary: fc.constantFrom('19.90', '-0.000001', '99999999999') },
  { weight: 1, arbitrary: odd },
);
const quantity = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(0, 1, 0.5, 1e6) },
  { weight: 1, arbitrary: odd },
);
const url = fc.oneof(
  { weight: 6, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('https://', 'http://', 'HTTPS://', 'ftp://', 'https:/', ' https://', ''),
        fc.constantFrom(
          'shop.example',
          'a..b',
          '-.co',
          'xn--a.example',
          '1.2.3.400',
          'shop.example:99999',
          'a@b.co',
        ),
        fc.constantFrom('', '/', '?', '#', '/%zz', '/a b', '/\\', '\n', '/a\n', `/${'x'.repeat(2000)}`),
      )
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: odd },
);
const oneOf = (...values: readonly unknown[]) =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: odd });

const item = fc.record(
  {
    item_id: text,
    item_name: text,
    item_category: text,
    price: amount,
    discount: amount,
    quantity,
    more: odd,
  },
  { requiredKeys: ['item_id'] },
);
const candidate = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record(
      {
        name: oneOf('page_view', 'purchase', 'a_custom_one', 'Page View', `a${'b'.repeat(40)}`),
        at: oneOf(0, 1.5, -1, 1e300),
        url,
        referrer: text,
        title: text,
        currency: oneOf('EUR', 'eur'),
        value: amount,
        tax: amount,
        shipping: amount,
        transaction_id: text,
        items: fc.oneof(
          { weight: 9, arbitrary: fc.array(item, { maxLength: 3 }) },
          { weight: 1, arbitrary: odd },
        ),
        props: odd,
        more: odd,
      },
      { requiredKeys: ['name', 'at', 'url'] },
    ),
  },
  { weight: 1, arbitrary: odd },
);

test('what it reads is what the schema makes of it, and what the schema refuses it leaves to the schema', () => {
  fc.assert(
    fc.property(candidate, (value) => {
      // As it comes out of a body: null prototypes and undefined values do not.
      const parsed: unknown = JSON.parse(JSON.stringify(value));
      const read = readPlainEvent(parsed);
      if (read !== null) expect(read).toEqual(event.parse(parsed));
    }),
    { numRuns: 5000 },
  );
});

test('it reads what trackers and servers send', () => {
  const items = [{ item_id: 'pot', item_name: 'Pot', item_category: 'Kitchen', price: '19.90', quantity: 2 }];
  for (const value of [
    {
      name: 'page_view',
      at: 1,
      url: 'https://shop.example/pots?utm_source=news',
      referrer: '',
      title: 'Töpfe',
    },
    {
      name: 'purchase',
      at: 1,
      url: 'https://shop.example/',
      transaction_id: '1',
      currency: 'EUR',
      value: 5,
      items,
    },
  ]) {
    expect(readPlainEvent(value)).toEqual(value);
  }
});

test('a property of all objects is no field', () => {
  const value: unknown = JSON.parse(
    '{"name":"search","at":1,"url":"https://shop.example/","__proto__":{"tax":1}}',
  );
  expect(readPlainEvent(value)).toEqual(event.parse(value));
});
