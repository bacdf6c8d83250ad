import { expect, test } from 'vitest';
import { matching } from './find.ts';

const stores = [
  { slug: 'fmdf', name: 'Fjord & Maple', domains: ['fjordandmaple.example'] },
  { slug: 'northwind', name: 'Northwind Möbel', domains: [] },
];
const found = (words: string) => matching(stores, words).map(({ slug }) => slug);

test('by name, slug or domain, whatever the case and accents', () => {
  expect(found('MAPLE')).toEqual(['fmdf']);
  expect(found('north')).toEqual(['northwind']);
  expect(found('fjordandmaple.ex')).toEqual(['fmdf']);
  expect(found('mobel')).toEqual(['northwind']);
});

test('every word has to fit; no word fits all', () => {
  expect(found('fjord wind')).toEqual([]);
  expect(found('  ')).toEqual(['fmdf', 'northwind']);
});
