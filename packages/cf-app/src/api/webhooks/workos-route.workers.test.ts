import { createHmac } from 'node:crypto';
import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
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

interface Delivery {
  /** What the signature says when it was made, and over what, where that is not the truth. */
  readonly at?: number | string;
  readonly signed?: string;
  readonly secret?: string;
  readonly to?: typeof configured;
}

async function deliver(
  body: string,
  { at = Date.now(), signed = body, secret = SECRET, to = configured }: Delivery = {},
) {
  const signature = createHmac('sha256', secret).update(`${at}.${signed}`).digest('hex');
  const headers = { 'workos-signature': `t=${at}, v1=${signature}` };
  const response = await workosWebhook.request('/', { method: 'POST', body, headers }, to);
  return { status: response.status, body: await response.json<Record<string, unknown>>() };
}

function firstName(): Promise<string | null> {
  return env.DB.prepare('SELECT first_name FROM user WHERE id = ?')
    .bind('user_1')
    .first<string>('first_name');
}

describe('14: what is delivered counts once, in the order in which it happened, and only if WorkOS signed it just now', () => {
  const newer = eventOf('event_2', 'user.updated', userAt('2026-11-21T09:00:02.000Z', 'Annabel'));
  const older = eventOf('event_1', 'user.created', userAt('2026-11-21T09:00:01.000Z', 'Ann'));
  const done = { status: 200, body: { outcome: 'done' } };

  test('an older description never overwrites a newer one', async () => {
    expect(await deliver(newer)).toEqual(done);
    expect(await deliver(older)).toEqual(done);
    expect(await firstName()).toBe('Annabel');
  });

  test('the same event twice is answered 200 twice, and has one effect', async () => {
    await deliver(newer);
    // Whatever it did once would be seen if it did it again.
    await env.DB.prepare(`UPDATE user SET first_name = 'Seen', updated_at = 0 WHERE id = 'user_1'`).run();
    expect(await deliver(newer)).toEqual(done);
    expect(await firstName()).toBe('Seen');
    const kept = await env.DB.prepare(
      `SELECT COUNT(*) AS kept FROM webhook_event WHERE id = 'event_2'`,
    ).first('kept');
    expect(kept).toBe(1);
  });

  const MINUTE_MS = 60_000;
  test.each<[what: string, delivery: () => Delivery]>([
    ['signed by somebody else', () => ({ secret: 'another' })],
    ['tampered with on the way', () => ({ signed: older })],
    ['over three minutes old', () => ({ at: Date.now() - 3 * MINUTE_MS - 1000 })],
    ['of a time to come', () => ({ at: Date.now() + 2 * MINUTE_MS })],
    ['of no time at all', () => ({ at: Number.NaN })],
    ['of a time in words', () => ({ at: 'now' })],
  ])('%s: 400, and it is not even kept', async (_what, delivery) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const body = eventOf('event_forged', 'user.deleted', userAt('2026-11-21T09:00:02.000Z', 'Eve'));
    expect(await deliver(body, delivery())).toEqual({
      status: 400,
      body: expect.objectContaining({ code: 'signature_wrong' }),
    });
    expect(await env.DB.prepare(`SELECT 1 FROM webhook_event WHERE id = 'event_forged'`).first()).toBeNull();
    vi.restoreAllMocks();
  });
});

test('nobody who was deleted comes back by news that are late, and nothing personal is left', async () => {
  await deliver(eventOf('event_2', 'user.updated', userAt('2026-11-21T09:00:02.000Z', 'Annabel')));
  await deliver(eventOf('event_3', 'user.deleted', userAt('2026-11-21T09:00:02.000Z', 'Annabel')));
  await deliver(eventOf('event_4', 'user.updated', userAt('2026-11-21T09:00:09.000Z', 'Late')));
  const row = await env.DB.prepare('SELECT email, first_name, deleted_at FROM user').first();
  expect(row).toEqual({ email: '', first_name: null, deleted_at: Date.UTC(2026, 10, 21, 9) });
  expect(await env.DB.prepare('SELECT COUNT(payload) AS kept FROM webhook_event').first('kept')).toBe(0);
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
