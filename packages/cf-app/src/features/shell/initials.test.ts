import { expect, test } from 'vitest';
import { initials } from './store-tile.tsx';

test.each([
  ['Fjord & Maple', 'FM'],
  ['northwind', 'NO'],
  ['Ø', 'Ø'],
  ['a b c', 'AB'],
  ['…', '?'],
])('%s is %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
