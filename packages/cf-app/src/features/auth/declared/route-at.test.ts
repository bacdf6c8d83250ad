import { expect, test } from 'vitest';
import { routeAt } from './route-at.ts';

test.each([
  ['/', 'signed-in', null],
  ['/stores', 'signed-in', null],
  ['/stores/', 'signed-in', null],
  ['/Admin/Audit.csv', 'admin', null],
  ['/stats/fmdf', 'stats:read', 'fmdf'],
  ['/stats/%66mdf', 'stats:read', 'fmdf'],
  ['/stats/%', 'stats:read', '%'],
  ['/auth/workos/login', 'anyone', null],
])('%s takes %s', (path, permission, slug) => {
  expect(routeAt(path)).toMatchObject({ requirement: { permission }, slug });
});

test.each(['/stats', '/stats/fmdf/orders', '/nowhere', '/admin/audit/csv'])('%s is no page', (path) => {
  expect(routeAt(path)).toBeNull();
});
