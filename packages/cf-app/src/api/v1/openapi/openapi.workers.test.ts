import { OPERATIONS } from '@layerkick/client/operations';
import { expect, test } from 'vitest';
import { ask } from '../testing/api-under-test.ts';

const anonymous = { as: { kind: 'anonymous' } } as const;

test('the document is served to everybody and names every operation', async () => {
  const response = await ask('GET', '/openapi.json', anonymous);
  expect(response.headers.get('content-type')).toBe('application/json');
  const { openapi, paths } = await response.json<{
    openapi: string;
    paths: Record<string, Record<string, { operationId: string }>>;
  }>();
  expect(openapi).toBe('3.1.0');
  const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map((it) => it.operationId));
  expect(ids.toSorted()).toEqual(Object.keys(OPERATIONS).toSorted());
});

test('the page shows every operation and loads nothing from elsewhere', async () => {
  const response = await ask('GET', '/docs', anonymous);
  const page = await response.text();
  for (const id of Object.keys(OPERATIONS)) expect(page).toContain(`<section id="${id}">`);
  expect(page).not.toMatch(/<script|src="|url\(/);
  expect(page.match(/<link [^>]*href="([^"]*)"/g)).toHaveLength(2);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await ask('GET', '/docs.css', anonymous)).headers.get('content-type')).toContain('text/css');
});
