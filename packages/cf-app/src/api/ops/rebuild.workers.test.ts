import { batchOf } from '@layerkick/stats/testing/batch';
import { runDurableObjectAlarm } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';

const settings = { slug: 'dawn', timeZone: 'Europe/London', currency: 'GBP' };
// Half past midnight in Berlin.
const late = batchOf({ at: '2026-11-20T23:30:00Z' });

beforeEach(async () => {
  await env.DB.exec('DELETE FROM store');
  await env.DB.exec('DELETE FROM audit_log');
});

function call(method: string, path: string, body?: unknown): Promise<Response> {
  return exports.default.fetch(`http://localhost:3051/api/ops/stores${path}`, {
    method,
    headers: { authorization: `Bearer ${env.OPS_TOKEN}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const object = () => env.STORE_STATS.getByName('dawn');

async function untilRebuilt(): Promise<void> {
  while ((await object().status()).rebuilding !== null) await runDurableObjectAlarm(object());
}

async function sessionsOn(day: string): Promise<unknown> {
  const [answer] = await object().query(
    settings,
    [{ metrics: ['sessions'], range: { from: day, to: day } }],
    Date.parse('2026-11-21T12:00:00Z'),
  );
  return answer?.totals.sessions;
}

test('another time zone moves what happened to its days, and the log has it', async () => {
  await call('POST', '', settings);
  await object().append(settings, [late]);
  expect(await sessionsOn('2026-11-20')).toBe(1);

  const changed = await call('PUT', '/dawn/time-zone', { timeZone: 'Europe/Berlin' });
  expect(await changed.json()).toMatchObject({ store: { timeZone: 'Europe/Berlin' }, rebuilding: true });
  await untilRebuilt();
  expect(await sessionsOn('2026-11-20')).toBe(0);
  expect(await sessionsOn('2026-11-21')).toBe(1);
  expect(await (await call('GET', '/dawn')).json()).toMatchObject({
    store: { timeZone: 'Europe/Berlin' },
    status: { timeZone: 'Europe/Berlin', rebuilding: null },
  });
  const entry = await env.DB.prepare('SELECT * FROM audit_log ORDER BY id DESC LIMIT 1').first();
  expect(entry).toMatchObject({
    action: 'store.time_zone',
    target: 'store:dawn',
    before: '"Europe/London"',
    after: '"Europe/Berlin"',
  });

  const again = await call('PUT', '/dawn/time-zone', { timeZone: 'Europe/Berlin' });
  expect(await again.json()).toMatchObject({ rebuilding: false });
});

test('a rebuild is begun and says when it is over', async () => {
  await call('POST', '', settings);
  expect((await call('POST', '/dawn/rebuild')).status).toBe(202);
  await untilRebuilt();
  expect(await (await call('GET', '/dawn')).json()).toMatchObject({ status: { rebuilding: null } });
});

test('a store that does not exist has nothing to rebuild', async () => {
  expect((await call('POST', '/dawn/rebuild')).status).toBe(404);
  expect((await call('PUT', '/dawn/time-zone', { timeZone: 'Europe/Berlin' })).status).toBe(404);
});

test('what is no time zone is named', async () => {
  await call('POST', '', settings);
  const response = await call('PUT', '/dawn/time-zone', { timeZone: 'Mars/Olympus' });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ field: 'timeZone' }] });
});
