import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { workosVerdict } from '#/lib/workos-fetch.server.ts';
import { checkWorkOSHealth } from './check-workos.server.ts';
import { readChanges } from './watch-records.server.ts';

/** The check as cron runs it, with the real D1 and KV; WorkOS and the webhook answer through `fetch`. */
const MINUTE = 60_000;
const WEBHOOK = 'https://hooks.slack.test/services/secret';
const network = vi.spyOn(globalThis, 'fetch');
const told: string[] = [];
let apiStatus = 200;
let webhookStatus = 200;

beforeEach(async () => {
  await env.DB.batch([
    env.DB.prepare('DELETE FROM health_watch'),
    env.DB.prepare('DELETE FROM health_change'),
  ]);
  apiStatus = 200;
  webhookStatus = 200;
  told.length = 0;
  network.mockImplementation((input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (url === WEBHOOK) {
      if (webhookStatus === 200) told.push(String(init?.body));
      return Promise.resolve(new Response('ok', { status: webhookStatus }));
    }
    const status = url.includes('/organizations') ? apiStatus : 200;
    // Not worth waiting for: what Retry-After asks is more than the check has.
    return Promise.resolve(Response.json({}, { status, headers: { 'Retry-After': '600' } }));
  });
});
afterEach(() => void network.mockReset());

const configured = { ...env, ALERT_WEBHOOK_URL: WEBHOOK };
const minutes = async (from: number, to: number) => {
  for (let minute = from; minute <= to; minute++) await checkWorkOSHealth(configured, minute * MINUTE);
};

test('an outage of ten minutes: every isolate knows, people are told once, and once that it is over', async () => {
  await minutes(0, 1);
  expect((await workosVerdict(configured).current())?.state ?? 'too old').toBe('too old');

  apiStatus = 503;
  await checkWorkOSHealth(configured, Date.now());
  expect(await workosVerdict(configured).current()).toMatchObject({ state: 'down', reason: 'HTTP 503' });

  const began = Date.now();
  for (let minute = 1; minute <= 10; minute++) await checkWorkOSHealth(configured, began + minute * MINUTE);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('WorkOS does not answer');
  expect(told[0]).not.toContain(env.WORKOS_API_KEY);

  apiStatus = 200;
  for (let minute = 11; minute <= 14; minute++) await checkWorkOSHealth(configured, began + minute * MINUTE);
  expect(told).toHaveLength(2);
  expect(told[1]).toContain('answers again');
  const changes = (await readChanges(env.DB, 10)).filter(({ target }) => target === 'workos-api');
  expect(changes.map(({ state }) => state)).toEqual(['up', 'down', 'up']);
});

test('a webhook that fails is tried again a minute later, until somebody was told', async () => {
  apiStatus = 503;
  webhookStatus = 500;
  await minutes(0, 8);
  expect(told).toEqual([]);
  webhookStatus = 200;
  await minutes(9, 20);
  expect(told).toHaveLength(1);
});

test('two checks at once: people are told once', async () => {
  apiStatus = 503;
  await minutes(0, 4);
  await Promise.all([1, 2, 3].map(() => checkWorkOSHealth(configured, 5 * MINUTE)));
  await minutes(6, 8);
  expect(told).toHaveLength(1);
});

test('where another provider keeps the accounts, WorkOS is not asked and nobody is alarmed', async () => {
  apiStatus = 503;
  const oidc = {
    ...configured,
    AUTH_PROVIDER: 'oidc',
    OIDC_ISSUER: 'https://id.example.test',
    OIDC_CLIENT_ID: 'layerkick',
    OIDC_CLIENT_SECRET: 'a-secret',
  };
  for (let minute = 0; minute < 10; minute++)
    await checkWorkOSHealth(oidc as unknown as Env, minute * MINUTE);
  expect(network).not.toHaveBeenCalled();
});
