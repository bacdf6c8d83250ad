import { env, exports } from 'cloudflare:workers';
import { afterEach, expect, test, vi } from 'vitest';
import { healthOf } from '../../features/health/parts.server.ts';

afterEach(() => void vi.restoreAllMocks());

function gone(): never {
  throw new Error('unreachable');
}

const YEAR = 365 * 24 * 60 * 60 * 1000;

test('a Worker that works says so, part by part, and nothing secret', async () => {
  const response = await exports.default.fetch('http://localhost:3051/healthz');
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({
    status: 'ok',
    parts: { workos: { state: 'unknown' }, d1: { state: 'up' }, kv: { state: 'up' }, r2: { state: 'up' } },
  });
  for (const secret of [env.WORKOS_API_KEY, env.OPS_TOKEN, env.WORKOS_COOKIE_PASSWORD]) {
    expect(text).not.toContain(secret);
  }
});

test.each([
  ['DB', 'd1', 'down'],
  ['LAYERKICK_KV', 'kv', 'degraded'],
  ['ARCHIVE', 'r2', 'degraded'],
] as const)('without %s: %s is down, the whole %s', async (binding, part, status) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const without = { ...env, [binding]: { prepare: gone, get: gone, head: gone } };
  // A year apart each: what was found is good for ten seconds.
  const health = await healthOf(without, Date.now() + YEAR * (1 + ['d1', 'kv', 'r2'].indexOf(part)));
  expect(health.status).toBe(status);
  expect(health.parts[part].state).toBe('down');
});
