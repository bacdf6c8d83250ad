import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { createStore } from '../stores/registry.server.ts';
import { newStore } from '../stores/store.schema.ts';
import { grantAccess, revokeAccess, showAccess } from './access.server.ts';

const storage = { kv: env.LAYERKICK_KV, db: env.DB };
const change = { actor: 'operator', requestId: 'request-1', at: 1_700_000_000_000 };
const user = 'user_01MERCHANT';
const key = `user-store:${user}`;

beforeEach(async () => {
  await env.LAYERKICK_KV.delete(key);
  await env.DB.exec('DELETE FROM audit_log');
  for (const slug of ['books', 'gifts']) {
    await createStore(env.DB, newStore.parse({ slug, timeZone: 'Europe/London', currency: 'GBP' }), change);
  }
});

const auditLog = async () =>
  (
    await env.DB.prepare('SELECT action, before, after FROM audit_log WHERE target = ? ORDER BY id')
      .bind(`user:${user}`)
      .all()
  ).results;

test('a grant is the JSON array of slugs that the dashboard reads', async () => {
  await grantAccess(storage, user, ['gifts'], change);
  expect(await env.LAYERKICK_KV.get(key)).toBe('["gifts"]');
});

test('a grant adds to what was there, once', async () => {
  await grantAccess(storage, user, ['gifts'], change);
  await grantAccess(storage, user, ['books', 'gifts'], change);
  expect(await showAccess(storage, user)).toEqual({ user, stores: ['books', 'gifts'], readable: true });
});

test('a store that does not exist is refused by name and nothing is granted', async () => {
  expect(await grantAccess(storage, user, ['gifts', 'gift'], change)).toEqual({
    ok: false,
    code: 'stores_unknown',
    unknown: ['gift'],
  });
  expect(await env.LAYERKICK_KV.get(key)).toBeNull();
  expect(await auditLog()).toEqual([]);
});

test('revoking takes away the named store, revoking all leaves no key behind', async () => {
  await grantAccess(storage, user, ['books', 'gifts'], change);
  expect((await revokeAccess(storage, user, ['books'], change)).stores).toEqual(['gifts']);
  expect((await revokeAccess(storage, user, 'all', change)).stores).toEqual([]);
  expect(await env.LAYERKICK_KV.get(key)).toBeNull();
});

test('every change is in the audit log with what was before', async () => {
  await grantAccess(storage, user, ['gifts'], change);
  await revokeAccess(storage, user, ['gifts'], change);
  expect(await auditLog()).toEqual([
    { action: 'access.grant', before: '[]', after: '["gifts"]' },
    { action: 'access.revoke', before: '["gifts"]', after: '[]' },
  ]);
});

test('an unreadable mapping shows as such, gives nothing, and a grant mends it', async () => {
  await env.LAYERKICK_KV.put(key, 'gifts, books');
  expect(await showAccess(storage, user)).toEqual({ user, stores: [], readable: false });
  await grantAccess(storage, user, ['gifts'], change);
  expect(await env.LAYERKICK_KV.get(key)).toBe('["gifts"]');
  expect(await auditLog()).toEqual([
    { action: 'access.grant', before: '"gifts, books"', after: '["gifts"]' },
  ]);
});
