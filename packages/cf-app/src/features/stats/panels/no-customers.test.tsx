import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NoCustomers } from './no-customers.tsx';

const rendered = (mayManage: boolean) =>
  renderToStaticMarkup(<NoCustomers page={{ slug: 'gifts', prefix: '/org/acme', mayManage }} />);

test('whoever manages the store is led to its own connection, and nobody else to anything', () => {
  expect(rendered(true)).toContain('href="/org/acme/settings/sources?store=gifts"');
  expect(rendered(false)).toContain('No order of this period');
  expect(rendered(false)).not.toContain('href');
});
