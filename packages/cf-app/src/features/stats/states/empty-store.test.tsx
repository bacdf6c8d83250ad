import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { EmptyStore } from './empty-store.tsx';

const rendered = (mayInstall: boolean) =>
  renderToStaticMarkup(
    <EmptyStore
      slug="harbor"
      prefix="/org/acme"
      scriptOrigin="https://app.layerkick.com"
      mayInstall={mayInstall}
    />,
  );

test('whoever may install it is led to how that is done, and nobody else', () => {
  expect(rendered(true)).toContain('href="/org/acme/settings/install?store=harbor"');
  expect(rendered(false)).not.toContain('/settings/');
});

test('a store without events shows the line to add, for this store and from this origin', () => {
  const html = rendered(false);
  const text = html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  expect(text).toContain('<script defer data-store="harbor" src="https://app.layerkick.com/lk.js"></script>');
  expect(text).toContain('Waiting for the first event');
});
