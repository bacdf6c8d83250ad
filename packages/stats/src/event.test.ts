import { describe, expect, test } from 'vitest';
import { event, eventBatch } from './event.ts';

const valid = { name: 'purchase', at: 1, url: 'https://shop.example/thanks' };
const problemsOf = (value: unknown) =>
  event.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('an event', () => {
  test('may have amounts as numbers or decimals', () => {
    const items = [{ item_id: 'pot', price: 19.9, discount: '2.00', quantity: 2 }];
    expect(event.parse({ ...valid, value: '-3.50', items, unknown: 1 })).toEqual({
      ...valid,
      value: '-3.50',
      items,
    });
  });

  test.each([
    [{ ...valid, name: 'Page View' }, 'name: use lower case snake_case, at most 40 characters'],
    [{ ...valid, value: '1,50' }, 'value: '],
    [{ ...valid, value: 1e12 }, 'value: '],
    [{ ...valid, currency: 'eur' }, 'currency: not an ISO 4217 currency'],
    [{ ...valid, url: 'javascript:alert(1)' }, 'url: '],
    [{ ...valid, items: [{ item_id: '' }] }, 'items.0.item_id: '],
    [
      { ...valid, items: [{ item_id: 'pot', price: 1e9, quantity: 1000 }] },
      'items: prices times quantities are beyond any order',
    ],
    [
      { ...valid, items: Array.from({ length: 3 }, () => ({ item_id: 'pot', price: 5e10 })) },
      'items: prices times quantities are beyond any order',
    ],
  ])('that is wrong is refused by the name of its field: %j', (value, problem) => {
    expect(problemsOf(value)).toEqual([expect.stringContaining(problem)]);
  });
});

test('half an emoji in a text becomes the sign for that: a database would give it back as something else', () => {
  const items = [{ item_id: 'pot\ud83d', item_name: '\ude00' }];
  const taken = event.parse({ ...valid, transaction_id: '\ud83d1', title: 'Pot 😀', items });
  expect(taken).toMatchObject({
    transaction_id: '\ufffd1',
    title: 'Pot 😀',
    items: [{ item_id: 'pot\ufffd', item_name: '\ufffd' }],
  });
});

test('a batch has an id, a store and at most 50 events', () => {
  const batch = { v: 1, store: 'fmdf', batch: crypto.randomUUID(), sent: 1, events: [valid] };
  expect(eventBatch.safeParse(batch).success).toBe(true);
  expect(eventBatch.safeParse({ ...batch, batch: '1' }).success).toBe(false);
  expect(eventBatch.safeParse({ ...batch, store: '../fmdf' }).success).toBe(false);
  expect(eventBatch.safeParse({ ...batch, events: Array.from({ length: 51 }, () => valid) }).success).toBe(
    false,
  );
});
