import { env, exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { api } from '#/api/app.ts';
import { openApi } from '#/api/v1/openapi/route.ts';
import { OPERATIONS } from '@layerkick/client/operations';
import { ENDPOINTS, type Guard } from './endpoints.ts';

/** Every endpoint by what answers there, as Hono has it; middleware and the rest of the house left out. */
const ROUTES = [
  ...api.routes,
  ...openApi.routes,
  ...Object.values(OPERATIONS).map(({ method, path }) => ({
    method,
    path: `/api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
  })),
];
const MOUNTED = ROUTES.map(({ method, path }) => ({
  method: method === 'ALL' ? 'POST' : method,
  path,
})).filter(({ path }) => !path.endsWith('*'));

function guardOf(path: string): Guard | undefined {
  return ENDPOINTS.find(([mount]) => path === mount || path.startsWith(`${mount}/`))?.[1];
}

const guarded = (guard: Guard) => MOUNTED.filter(({ path }) => guardOf(path) === guard);

function ask(method: string, path: string, headers: Record<string, string> = {}) {
  const url = new URL(path.replaceAll(/:\w+/g, 'fmdf'), env.APP_ORIGIN);
  const body = method === 'GET' || method === 'DELETE' ? undefined : '{}';
  return exports.default.fetch(new Request(url, { method, headers, ...(body && { body }) }));
}

test('of every endpoint it is declared who is let in', () => {
  expect(MOUNTED.length).toBeGreaterThan(30);
  expect(MOUNTED.filter(({ path }) => guardOf(path) === undefined)).toEqual([]);
});

test('nothing is declared that is not there', () => {
  const paths = ROUTES.map(({ path }) => path);
  const idle = ENDPOINTS.filter(([mount]) => !paths.some((path) => `${path}/`.startsWith(`${mount}/`)));
  expect(idle).toEqual([]);
});

describe('nobody is let in without what the endpoint asks for', () => {
  test.each(guarded('ops-token'))('$method $path: the operators’ token', async ({ method, path }) => {
    expect((await ask(method, path)).status).toBe(401);
    expect((await ask(method, path, { Authorization: 'Bearer sk_test_somebody' })).status).toBe(401);
  });

  test.each(guarded('operation'))('$method $path: a credential', async ({ method, path }) => {
    expect((await ask(method, path)).status).toBe(401);
  });

  test.each(guarded('store'))('$method $path: somebody who may see the store', async ({ method, path }) => {
    const fromPage = { Upgrade: 'websocket', Origin: env.APP_ORIGIN };
    expect((await ask(method, path, fromPage)).status).toBe(401);
  });

  test.each(guarded('tool'))('$method $path: a credential', async ({ method, path }) => {
    expect((await ask(method, path)).status).toBe(401);
  });

  test.each(guarded('signature'))('$method $path: a signature', async ({ method, path }) => {
    const shopify = path.replace(':platform', 'shopify');
    expect([401, 403, 503]).toContain((await ask(method, shopify)).status);
  });
});
