import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { PanelPage } from './panel-page.ts';
import { RankPanel } from './rank-panel.tsx';

const page: PanelPage = {
  slug: 'fmdf',
  prefix: '',
  asked: { country: 'DE' },
  currency: 'EUR',
  timeZone: 'Europe/Berlin',
  now: 0,
  requestId: 'request-1',
  mayExport: true,
  mayManage: true,
};

test('a panel that failed says so in its own place, with the request and a way to try again', () => {
  const html = renderToStaticMarkup(<RankPanel panel="products" answered={{ ok: false }} page={page} />);
  expect(html).toContain('Products did not load');
  expect(html).toContain('request-1');
  expect(html).toMatch(/<a[^>]*data-retry=""[^>]*href="\?country=DE"/);
});
