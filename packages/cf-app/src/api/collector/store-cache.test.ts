import { expect, test } from 'vitest';
import type { Store } from '../../features/stores/store.schema.ts';
import { cachedStores } from './store-cache.ts';

const gifts: Store = {
  slug: 'gifts',
  name: 'Gifts',
  timeZone: 'Europe/London',
  currency: 'GBP',
  domains: [],
  createdAt: 0,
};

function registry(stores: Store[]) {
  const asked: string[] = [];
  let now = 0;
  const find = cachedStores(
    async (slug) => {
      asked.push(slug);
      return stores.find((store) => store.slug === slug) ?? null;
    },
    () => now,
  );
  return { asked, stores, find, pass: (ms: number) => (now += ms) };
}

test('a store is looked up once in 30 seconds', async () => {
  const { asked, find, pass } = registry([gifts]);
  expect([await find('gifts'), await find('gifts')]).toEqual([gifts, gifts]);
  pass(29_999);
  await find('gifts');
  expect(asked).toHaveLength(1);
  pass(1);
  await find('gifts');
  expect(asked).toHaveLength(2);
});

test('a store that was just created is seen within 3 seconds', async () => {
  const { asked, stores, find, pass } = registry([]);
  expect([await find('gifts'), await find('gifts')]).toEqual([null, null]);
  expect(asked).toHaveLength(1);
  stores.push(gifts);
  pass(3_000);
  expect(await find('gifts')).toBe(gifts);
});

test('a failed look-up is not remembered', async () => {
  let down = true;
  const find = cachedStores(
    async () => {
      if (down) throw new Error('D1 is down');
      return gifts;
    },
    () => 0,
  );
  await expect(find('gifts')).rejects.toThrow('D1 is down');
  down = false;
  expect(await find('gifts')).toBe(gifts);
});
