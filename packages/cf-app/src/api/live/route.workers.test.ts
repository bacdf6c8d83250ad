import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';

const ORIGIN = 'http://localhost:3051';
const ask = (headers: Record<string, string>, path = '/api/live/fmdf') =>
  exports.default.fetch(new Request(`${ORIGIN}${path}`, { headers }));

test.each([
  ['another site', { Upgrade: 'websocket', Origin: 'https://evil.example' }, 403, 'origin_forbidden'],
  ['a page without an origin', { Upgrade: 'websocket', Origin: 'null' }, 403, 'origin_forbidden'],
  ['a program that says no origin', { Upgrade: 'websocket' }, 403, 'origin_forbidden'],
  ['nobody', { Upgrade: 'websocket', Origin: ORIGIN }, 401, 'unauthenticated'],
  ['a request that is no upgrade', { Origin: ORIGIN }, 426, 'upgrade_required'],
])('%s gets no socket', async (_, headers, status, code) => {
  const answer = await ask(headers);
  expect(answer.status).toBe(status);
  expect(answer.webSocket).toBeNull();
  expect(await answer.json()).toMatchObject({ code });
});

test('an unknown topic is named', async () => {
  const answer = await ask({ Upgrade: 'websocket', Origin: ORIGIN }, '/api/live/fmdf?topic=secrets');
  expect(answer.status).toBe(400);
});
