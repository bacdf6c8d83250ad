import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { EmptyStore } from './empty-store.tsx';

test('a store without events shows the line to add, for this store and from this origin', () => {
  const html = renderToStaticMarkup(<EmptyStore slug="harbor" scriptOrigin="https://app.layerkick.com" />);
  const text = html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  expect(text).toContain('<script defer data-store="harbor" src="https://app.layerkick.com/lk.js"></script>');
  expect(text).toContain('Waiting for the first event');
});
