import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SortLink } from './sort-link.tsx';

const search = { show: 'products', by: 'orders', place: 50 } as const;
const headingOf = (sorted: boolean, ascending: boolean) => {
  const html = renderToStaticMarkup(
    <SortLink search={search} metric="orders" name="Orders" sorted={sorted} ascending={ascending} />,
  );
  const [, arrow = null] = /lucide-arrow-(up|down)/.exec(html) ?? [];
  return { arrow, upNext: html.includes('up=true'), elsewhere: html.includes('place=') };
};

test('the column that rows are sorted by shows which way, and leads to the other', () => {
  expect(headingOf(true, false)).toEqual({ arrow: 'down', upNext: true, elsewhere: false });
  expect(headingOf(true, true)).toEqual({ arrow: 'up', upNext: false, elsewhere: false });
});

test('another column shows nothing, and leads to its largest first', () => {
  expect(headingOf(false, false)).toEqual({ arrow: null, upNext: false, elsewhere: false });
  expect(headingOf(false, true)).toEqual({ arrow: null, upNext: false, elsewhere: false });
});
