import { expect, test } from 'vitest';
import { Names } from './names.ts';

test('what dictionaries of different days have in common has one id', () => {
  const names = new Names();
  expect([...names.ids(['DE', 'FR'])]).toEqual([0, 1]);
  expect([...names.ids(['US', 'FR', 'DE'])]).toEqual([2, 1, 0]);
  expect(names.id('US')).toBe(2);
  expect([0, 1, 2].map((id) => names.name(id))).toEqual(['DE', 'FR', 'US']);
  expect(names.size).toBe(3);
});
