import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';

test('answers machines that ask whether it is there', async () => {
  const response = await exports.default.fetch('http://localhost:3051/healthz');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ ok: true, service: 'lk-dashboard' });
});
