import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { RankPanel } from './rank-panel.tsx';
import { PAGE } from './testing/page-under-test.ts';

test('a panel that failed says so in its own place, with the request and a way to try again', () => {
  const html = renderToStaticMarkup(<RankPanel panel="products" answered={{ ok: false }} page={PAGE} />);
  expect(html).toContain('Products did not load');
  expect(html).toContain('request-1');
  expect(html).toMatch(/<a[^>]*data-retry=""[^>]*href="\?country=DE"/);
});
