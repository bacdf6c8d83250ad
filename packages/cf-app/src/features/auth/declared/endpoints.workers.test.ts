import { env, exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { ENDPOINTS, type Guard } from './endpoints.ts';
import { guardOf, MOUNTED, ROUTED } from './mounted.ts';

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
  const paths = ROUTED.map(({ path }) => path);
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
