import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { createStore } from '../stores/registry.server.ts';
import { newStore } from '../stores/store.schema.ts';
import { grantAccess } from './access.server.ts';
import { importMappings, listMappings, type MappingChoices } from './mappings.server.ts';

const storage = { kv: env.LAYERKICK_KV, db: env.DB };
const change = { actor: 'operator', requestId: 'request-1', at: 1_700_000_000_000 };
const ADD = { exactly: false, dryRun: false };

beforeEach(async () => {
  for (const { name } of (await env.LAYERKICK_KV.list({ prefix: 'user-store:' })).keys) {
    await env.LAYERKICK_KV.delete(name);
  }
  await env.DB.exec('DELETE FROM store; DELETE FROM audit_log');
  for (const slug of ['books', 'gifts', 'toys']) {
    await createStore(env.DB, newStore.parse({ slug, timeZone: 'Europe/London', currency: 'GBP' }), change);
  }
  await grantAccess(storage, 'user_01A', ['books'], change);
  await env.DB.exec('DELETE FROM audit_log');
});

const imported = (rows: readonly (readonly [user: string, store: string])[], choices: MappingChoices = ADD) =>
  importMappings(
    storage,
    rows.map(([user, store], index) => ({ line: index + 2, user, store })),
    choices,
    change,
  );
const stored = async () =>
  Object.fromEntries((await listMappings(storage, null)).mappings.map(({ user, stores }) => [user, stores]));
const audited = async () =>
  (await env.DB.prepare('SELECT action, target, before, after FROM audit_log ORDER BY id').all()).results;

test('rows come on top of what people see, and each change is in the audit log', async () => {
  const done = await imported([
    ['user_01A', 'gifts'],
    ['user_01B', 'toys'],
    ['user_01B', 'gifts'],
  ]);
  expect(done.changed).toEqual([
    { user: 'user_01A', before: ['books'], after: ['books', 'gifts'] },
    { user: 'user_01B', before: [], after: ['gifts', 'toys'] },
  ]);
  expect(await stored()).toEqual({ user_01A: ['books', 'gifts'], user_01B: ['gifts', 'toys'] });
  expect(await audited()).toEqual([
    { action: 'access.set', target: 'user:user_01A', before: '["books"]', after: '["books","gifts"]' },
    { action: 'access.set', target: 'user:user_01B', before: '[]', after: '["gifts","toys"]' },
  ]);
});

test('again changes nothing and writes nothing', async () => {
  await imported([['user_01B', 'toys']]);
  const before = await audited();
  expect(await imported([['user_01B', 'toys']])).toEqual({
    changed: [],
    unchanged: 1,
    refused: [],
    left: [],
  });
  expect(await audited()).toEqual(before);
});

test('a bad row is named by line and field, and the others count', async () => {
  const done = await imported([
    ['ada@example.test', 'gifts'],
    ['org_01ACME', 'gifts'],
    ['user_01B', 'gift'],
    ['user_01B', ''],
    ['user_01B', 'toys'],
  ]);
  expect(done.refused).toEqual([
    { line: 2, field: 'user', message: expect.stringContaining('not a user id') },
    { line: 3, field: 'user', message: expect.stringContaining('not a user id') },
    { line: 4, field: 'store', message: 'no store gift' },
    { line: 5, field: 'store', message: 'names no store' },
  ]);
  expect(await stored()).toEqual({ user_01A: ['books'], user_01B: ['toys'] });
});

test('exactly what the file says takes the rest away, but not from somebody with a bad row', async () => {
  await grantAccess(storage, 'user_01C', ['books'], change);
  const done = await imported(
    [
      ['user_01A', 'toys'],
      ['user_01C', 'gifts'],
      ['user_01C', 'bokks'],
    ],
    { exactly: true, dryRun: false },
  );
  expect(done.changed).toEqual([{ user: 'user_01A', before: ['books'], after: ['toys'] }]);
  expect(done.left).toEqual(['user_01C']);
  expect(await stored()).toEqual({ user_01A: ['toys'], user_01C: ['books'] });
});

test('a dry run says the same and changes nothing', async () => {
  const rows = [
    ['user_01A', 'gifts'],
    ['user_01B', 'gift'],
  ] as const;
  const dry = await imported(rows, { exactly: false, dryRun: true });
  expect(await stored()).toEqual({ user_01A: ['books'] });
  expect(await audited()).toEqual([]);
  expect(await imported(rows)).toEqual(dry);
});

test('a mapping that cannot be read is mended, and an export says which it is', async () => {
  await env.LAYERKICK_KV.put('user-store:user_01B', 'gifts, books');
  const { mappings } = await listMappings(storage, null);
  expect(mappings.find(({ user }) => user === 'user_01B')).toMatchObject({ readable: false, stores: [] });
  await imported([['user_01B', 'gifts']]);
  expect(await env.LAYERKICK_KV.get('user-store:user_01B')).toBe('["gifts"]');
});
