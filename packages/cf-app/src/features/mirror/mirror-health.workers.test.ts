import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { mirrorHealth } from './mirror-health.server.ts';
import { replayRecorded } from './replay-recorded.server.ts';
import { writeSync } from './sync-cursor.server.ts';

const SECOND = 1000;
const start = Date.parse('2026-11-29T12:00:00Z');
const change = { actor: 'user_01OPERATOR', requestId: 'request-1', at: start };

beforeEach(async () => {
  await env.DB.exec('DELETE FROM webhook_event; DELETE FROM sync_cursor; DELETE FROM audit_log');
});

async function event(id: string, state: string, receivedAt: number, source = 'webhook'): Promise<void> {
  const data = { id: `user_${id}`, email: `${id}@example.test`, email_verified: true };
  const times = { created_at: new Date(start).toISOString(), updated_at: new Date(start).toISOString() };
  const payload = { id, event: 'user.created', created_at: times.created_at, data: { ...data, ...times } };
  await env.DB.prepare(
    `INSERT INTO webhook_event (id, type, created_at, received_at, source, state, payload) VALUES (?, 'user.created', ?, ?, ?, ?, ?)`,
  )
    .bind(id, receivedAt - 2 * SECOND, receivedAt, source, state, JSON.stringify(payload))
    .run();
}

const stateOf = (id: string) =>
  env.DB.prepare('SELECT state FROM webhook_event WHERE id = ?').bind(id).first<string>('state');

test('nothing ever came: nothing is known, and nothing is wrong', async () => {
  expect(await mirrorHealth(env.DB)).toEqual({
    webhook: null,
    waiting: 0,
    waitingSince: null,
    parked: 0,
    eventsAskedAt: null,
    missed: null,
    comparedAt: null,
  });
});

test('how long the last webhook was on its way, what waits and since when, what is parked, when WorkOS was asked', async () => {
  await event('event_1', 'done', start);
  await event('event_2', 'waiting', start + 10 * SECOND);
  await event('event_3', 'parked', start + 20 * SECOND);
  // Asked for rather than brought.
  await event('event_4', 'waiting', start + 90 * SECOND, 'events');
  await writeSync(env.DB, 'events', 'event_4', { events: 3, missed: 1, parked: 0 }, start + 100 * SECOND);
  expect(await mirrorHealth(env.DB)).toEqual({
    webhook: { createdAt: start + 18 * SECOND, receivedAt: start + 20 * SECOND },
    waiting: 2,
    waitingSince: start + 10 * SECOND,
    parked: 1,
    eventsAskedAt: start + 100 * SECOND,
    missed: 1,
    comparedAt: null,
  });
});

test('a parked event is worked through again by hand, and the audit log says who asked for it', async () => {
  await event('event_1', 'parked', start);
  expect(await replayRecorded(env.DB, 'event_1', change)).toEqual([{ id: 'event_1', outcome: 'done' }]);
  const { results } = await env.DB.prepare('SELECT actor, action, target FROM audit_log').all();
  expect(results).toEqual([{ actor: 'user_01OPERATOR', action: 'mirror.replay', target: 'event:event_1' }]);
});

test('what cannot be recorded is not worked through', async () => {
  await event('event_1', 'parked', start);
  await env.DB.prepare('ALTER TABLE audit_log RENAME TO out_of_reach').run();
  try {
    await expect(replayRecorded(env.DB, null, change)).rejects.toThrow();
  } finally {
    await env.DB.prepare('ALTER TABLE out_of_reach RENAME TO audit_log').run();
  }
  expect(await stateOf('event_1')).toBe('parked');
});
