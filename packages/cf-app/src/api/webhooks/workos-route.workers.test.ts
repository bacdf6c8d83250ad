import { createHmac } from 'node:crypto';
import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { replayEvents, unfinishedEvents } from '../../features/mirror/inbox.server.ts';
import { workosWebhook } from './workos-route.ts';

const SECRET = 'whsec_of_the_tests';
const configured = { ...env, WORKOS_WEBHOOK_SECRET: SECRET };

function eventOf(id: string, event: string, data: object): string {
  return JSON.stringify({ id, event, created_at: '2026-11-21T09:00:00.000Z', data });
}

function userAt(updatedAt: string, name: string): object {
  return { id: 'user_1', email: 'Ann@Example.test', first_name: name, updated_at: updatedAt };
}

async function deliver(body: string, { at = Date.now(), secret = SECRET, to = configured } = {}) {
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  const headers = { 'workos-signature': `t=${at}, v1=${signature}` };
  const response = await workosWebhook.request('/', { method: 'POST', body, headers }, to);
  return { status: response.status, body: await response.json<Record<string, unknown>>() };
}

function firstName(): Promise<string | null> {
  return env.DB.prepare('SELECT first_name FROM user WHERE id = ?')
    .bind('user_1')
    .first<string>('first_name');
}

test('an older description never overwrites a newer one, and the same event has one effect', async () => {
  const newer = eventOf('event_2', 'user.updated', userAt('2026-11-21T09:00:02.000Z', 'Annabel'));
  const older = eventOf('event_1', 'user.created', userAt('2026-11-21T09:00:01.000Z', 'Ann'));
  expect(await deliver(newer)).toEqual({ status: 200, body: { outcome: 'done' } });
  expect(await deliver(older)).toEqual({ status: 200, body: { outcome: 'done' } });
  expect(await deliver(newer)).toEqual({ status: 200, body: { outcome: 'done' } });
  expect(await firstName()).toBe('Annabel');
});

test('nobody who was deleted comes back by news that are late, and nothing personal is left', async () => {
  await deliver(eventOf('event_3', 'user.deleted', userAt('2026-11-21T09:00:02.000Z', 'Annabel')));
  await deliver(eventOf('event_4', 'user.updated', userAt('2026-11-21T09:00:09.000Z', 'Late')));
  const row = await env.DB.prepare('SELECT email, first_name, deleted_at FROM user').first();
  expect(row).toEqual({ email: '', first_name: null, deleted_at: Date.UTC(2026, 10, 21, 9) });
  expect(await env.DB.prepare('SELECT COUNT(payload) AS kept FROM webhook_event').first('kept')).toBe(0);
});

test('what WorkOS did not sign, or not just now, is not even kept', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const body = eventOf('event_forged', 'user.deleted', userAt('2026-11-21T09:00:02.000Z', 'Eve'));
  const refused = { status: 400, body: expect.objectContaining({ code: 'signature_wrong' }) };
  expect(await deliver(body, { secret: 'another' })).toEqual(refused);
  expect(await deliver(body, { at: Date.now() - 600_000 })).toEqual(refused);
  expect(await deliver(body, { at: Date.now() + 3_600_000 })).toEqual(refused);
  expect(await env.DB.prepare(`SELECT 1 FROM webhook_event WHERE id = 'event_forged'`).first()).toBeNull();
  vi.restoreAllMocks();
});

test('without a secret nothing is taken', async () => {
  const body = eventOf('event_5', 'user.created', userAt('2026-11-21T09:00:02.000Z', 'Eve'));
  expect(await deliver(body, { to: { ...configured, WORKOS_WEBHOOK_SECRET: '' } })).toMatchObject({
    status: 503,
  });
});

test('an event that cannot be read is parked with the reason, holds up nothing, and can be replayed', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const poison = { id: 'om_1', user_id: 'user_2', status: 'perhaps', updated_at: '2026-11-21T09:00:00.000Z' };
  expect(await deliver(eventOf('event_6', 'organization_membership.created', poison))).toEqual({
    status: 200,
    body: { outcome: 'parked' },
  });
  expect(await unfinishedEvents(env.DB)).toMatchObject([
    { id: 'event_6', state: 'parked', reason: expect.stringContaining('status') },
  ]);
  expect(await replayEvents(env.DB, { id: 'event_6' }, Date.now())).toEqual([
    { id: 'event_6', outcome: 'parked' },
  ]);
  expect(await replayEvents(env.DB, 'waiting', Date.now())).toEqual([]);
  logged.mockRestore();
});

async function ended(): Promise<readonly unknown[]> {
  const { results } = await env.DB.prepare('SELECT sid FROM revoked_session ORDER BY sid').all();
  return results.map(({ sid }) => sid);
}

test('sessions end with the membership, the person and the directory entry that they rest on', async () => {
  const at = '2026-11-21T09:10:00.000Z';
  const membership = { id: 'om_2', user_id: 'user_3', organization_id: 'org_1', role: { slug: 'viewer' } };
  const session = (sid: string, organization: string | null) =>
    eventOf(`event_${sid}`, 'session.created', { id: sid, user_id: 'user_3', organization_id: organization });
  await deliver(session('session_in_1', 'org_1'));
  await deliver(session('session_in_2', 'org_2'));
  const person = { id: 'user_3', email: 'cid@example.test', updated_at: at };
  await deliver(eventOf('event_7', 'user.created', person));

  await deliver(
    eventOf('event_8', 'organization_membership.updated', {
      ...membership,
      status: 'inactive',
      updated_at: at,
    }),
  );
  expect(await ended()).toEqual(['session_in_1']);

  await deliver(session('session_again', 'org_1'));
  const entry = {
    id: 'directory_user_1',
    directory_id: 'directory_1',
    organization_id: 'org_1',
    updated_at: at,
  };
  const inDirectory = { ...entry, email: 'CID@example.test', state: 'inactive' };
  await deliver(eventOf('event_9', 'dsync.user.updated', inDirectory));
  expect(await ended()).toEqual(['session_again', 'session_in_1']);

  await deliver(eventOf('event_A', 'user.deleted', person));
  expect(await ended()).toEqual(['session_again', 'session_in_1', 'session_in_2']);
});

test('late news of a membership that ended once do not end the sessions of somebody who is back', async () => {
  const membership = { id: 'om_9', user_id: 'user_9', organization_id: 'org_1', role: { slug: 'viewer' } };
  const back = { ...membership, status: 'active', updated_at: '2026-11-21T10:00:00.000Z' };
  const out = { ...membership, status: 'inactive', updated_at: '2026-11-21T09:00:00.000Z' };
  await deliver(eventOf('event_B', 'organization_membership.updated', back));
  await deliver(
    eventOf('event_C', 'session.created', { id: 'session_9', user_id: 'user_9', organization_id: 'org_1' }),
  );
  await deliver(eventOf('event_D', 'organization_membership.updated', out));
  const found = await env.DB.prepare(`SELECT 1 FROM revoked_session WHERE sid = 'session_9'`).first();
  expect(found).toBeNull();
});
