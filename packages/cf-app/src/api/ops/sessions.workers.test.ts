import { revokedSessionsInD1 } from '@layerkick/auth/session/revoked-sessions';
import { env, exports } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { identityOf } from '../../features/auth/identity.server.ts';

const kept = identityOf(env).keptSessions;
const revoked = revokedSessionsInD1(env.DB);
const USER = 'auth0|5f7c8ec7';

async function call(method: string, path: string) {
  const response = await exports.default.fetch(`http://localhost:3051/api/ops/sessions/${path}`, {
    method,
    headers: { authorization: `Bearer ${env.OPS_TOKEN}` },
  });
  return { status: response.status, body: await response.json() };
}

function open(userId: string, sid: string): Promise<string> {
  return kept.write('sealed', { userId, sid, signedInAt: 1 }, null);
}

let ids: readonly string[];
beforeEach(async () => {
  ids = await Promise.all([open(USER, 'one'), open(USER, 'two'), open('user_other', 'three')]);
});

const path = encodeURIComponent(USER);
const sessionOf = (sid: string) => ({ sid, signedInAt: 1, renewedAt: expect.any(Number) });

test('a person’s sessions are listed, and not what opens them', async () => {
  const { body } = await call('GET', path);
  expect(body).toEqual({ user: USER, sessions: [sessionOf('one'), sessionOf('two')] });
});

test('one session is ended: it is gone from KV, revoked everywhere, and in the audit log', async () => {
  expect((await call('DELETE', `${path}?sid=one`)).body).toEqual({
    user: USER,
    sessions: [sessionOf('one')],
  });
  const [one = '', two = ''] = ids;
  expect([await kept.read(one), await kept.read(two)]).toEqual([null, 'sealed']);
  expect([await revoked.has('one'), await revoked.has('two')]).toEqual([true, false]);
  const entry = await env.DB.prepare(`SELECT target FROM audit_log WHERE action = 'session.end'`).first(
    'target',
  );
  expect(entry).toBe(`user:${USER}`);
});

test('all sessions are ended, and nobody else’s', async () => {
  await call('DELETE', path);
  expect((await kept.of(USER)).length).toBe(0);
  expect((await kept.of('user_other')).length).toBe(1);
});

test('somebody else’s session cannot be ended by naming it', async () => {
  expect((await call('DELETE', `${path}?sid=three`)).body).toEqual({ user: USER, sessions: [] });
  expect(await revoked.has('three')).toBe(false);
});

test.each(['merchant%40fmdf.test', '%20', 'a'.repeat(256)])('%s is no user id: 400', async (wrong) => {
  expect(await call('GET', wrong)).toMatchObject({ status: 400, body: { errors: [{ field: 'user' }] } });
});
