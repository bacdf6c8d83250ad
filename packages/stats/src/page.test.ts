import { expect, test } from 'vitest';
import { pageOf } from './page.ts';

test.each([
  ['https://shop.example', '/'],
  ['https://shop.example/pots/?utm_source=news#top', '/pots'],
  ['https://shop.example/Töpfe', '/T%C3%B6pfe'],
  ['https://other.example/pots', '/pots'],
  ['not a url', '/'],
])('%s shows the page %s', (url, page) => {
  expect(pageOf(url)).toBe(page);
});
