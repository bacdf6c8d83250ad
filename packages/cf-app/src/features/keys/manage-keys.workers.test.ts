import type { AuthContext } from '@layerkick/auth/auth-context';
import { keyStandingInD1 } from '@layerkick/auth/credentials/key-standing';
import {
  type ApiKeyDirectory,
  ApiKeysUnavailableError,
  type KeptApiKey,
} from '@layerkick/auth/workos/api-keys';
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { createKey, type KeyPlaces, listKeys, managedOrganization, revokeKey } from './manage-keys.server.ts';

const organizationId = 'org_1';
const change = { actor: 'user_1', requestId: 'request-1', at: 1_700_000_000_000 };
const wanted = { name: 'Warehouse', scopes: ['stats:read' as const] };
const owner: AuthContext = {
  principal: { kind: 'user', id: 'user_1' },
  via: 'session',
  organization: { id: organizationId, role: 'owner', permissions: [] },
  stores: ['fmdf'],
  permissions: new Set(['stats:read', 'keys:manage']),
  degraded: false,
};

let kept: KeptApiKey[];
let down: boolean;
const places: KeyPlaces = {
  db: env.DB,
  log: { warn: () => undefined, error: () => undefined },
  directory: directory(),
};

beforeEach(async () => {
  kept = [];
  down = false;
  await env.DB.exec('DELETE FROM api_key; DELETE FROM audit_log');
});

/** An answer of WorkOS, unless it is down. */
function answering<T>(answer: () => T): Promise<T> {
  return down ? Promise.reject(new ApiKeysUnavailableError('down')) : Promise.resolve(answer());
}

/** As much of WorkOS as is asked here; `down` makes it silent. */
function directory(): ApiKeyDirectory {
  return {
    validate: () => Promise.resolve({ kind: 'invalid' }),
    create: ({ name, scopes, organizationId: owned }) =>
      answering(() => ({ key: keep(name, scopes, owned), value: 'sk_told_once' })),
    list: (id) => answering(() => kept.filter((key) => key.organizationId === id)),
    delete: (id) => answering(() => void (kept = kept.filter((key) => key.id !== id))),
  };
}

function keep(name: string, scopes: readonly string[], owned = organizationId): KeptApiKey {
  const key = {
    id: `api_key_${kept.length + 1}`,
    name,
    organizationId: owned,
    userId: null,
    scopes: [...scopes],
    obfuscatedValue: 'sk_…once',
    createdAt: '2026-11-21T09:00:00Z',
    lastUsedAt: null,
  };
  kept.push(key);
  return key;
}

const make = () => createKey(places, owner, organizationId, wanted, change);
const auditLog = async () =>
  (await env.DB.prepare('SELECT action, actor, target, request_id FROM audit_log ORDER BY id').all()).results;
const isRevoked = async (id: string) =>
  (await keyStandingInD1(env.DB)({ id, organizationId: 'org_1' })).revoked;

test('a key is told once, listed without its value, and its making is in the audit log', async () => {
  expect(await make()).toEqual({ ok: true, value: 'sk_told_once' });
  const { keys } = await listKeys(places, organizationId);
  expect(keys).toMatchObject([
    { id: 'api_key_1', name: 'Warehouse', scopes: ['stats:read'], revokedAt: null },
  ]);
  const stored = await env.DB.prepare('SELECT * FROM api_key').all();
  expect(JSON.stringify([keys, stored.results])).not.toContain('sk_told_once');
  expect(await auditLog()).toEqual([
    { action: 'key.create', actor: 'user_1', target: 'api-key:api_key_1', request_id: 'request-1' },
  ]);
});

test('nobody gives a key what they may not do themselves', async () => {
  const more = { name: 'x', scopes: ['stats:read' as const, 'events:write' as const] };
  expect(await createKey(places, owner, organizationId, more, change)).toEqual({
    ok: false,
    code: 'scope_not_held',
  });
  expect(kept).toEqual([]);
});

test('a key whose making cannot be recorded does not stay', async () => {
  const unrecorded = { ...change, actor: undefined as unknown as string };
  expect(await createKey(places, owner, organizationId, wanted, unrecorded)).toEqual({
    ok: false,
    code: 'unavailable',
  });
  expect(kept).toEqual([]);
  expect(await auditLog()).toEqual([]);
});

test('revoking counts at once, and is in the audit log once', async () => {
  await make();
  expect(await isRevoked('api_key_1')).toBe(false);
  expect(await revokeKey(places, organizationId, 'api_key_1', change)).toEqual({ ok: true });
  expect(await isRevoked('api_key_1')).toBe(true);
  expect(kept).toEqual([]);
  await revokeKey(places, organizationId, 'api_key_1', change);
  expect((await auditLog()).map(({ action }) => action)).toEqual(['key.create', 'key.revoke']);
  expect((await listKeys(places, organizationId)).keys).toMatchObject([{ revokedAt: change.at }]);
});

test('revoking counts while WorkOS is down', async () => {
  await make();
  down = true;
  expect(await revokeKey(places, organizationId, 'api_key_1', change)).toEqual({ ok: true });
  expect(await isRevoked('api_key_1')).toBe(true);
});

test('a key that was made at WorkOS is listed and can be revoked here', async () => {
  keep('Made elsewhere', ['stats:read']);
  expect((await listKeys(places, organizationId)).keys).toMatchObject([{ name: 'Made elsewhere' }]);
  await revokeKey(places, organizationId, 'api_key_1', change);
  expect(await isRevoked('api_key_1')).toBe(true);
});

test('the key of another organization is unknown, and stays', async () => {
  keep('Theirs', ['stats:read'], 'org_2');
  expect(await revokeKey(places, organizationId, 'api_key_1', change)).toEqual({
    ok: false,
    code: 'unknown_key',
  });
  expect(await isRevoked('api_key_1')).toBe(false);
  expect(kept).toHaveLength(1);
  expect((await listKeys(places, organizationId)).keys).toEqual([]);
});

test('without WorkOS the keys that were made here are listed, and the list says so', async () => {
  await make();
  keep('Made elsewhere', []);
  down = true;
  const { keys, complete } = await listKeys(places, organizationId);
  expect(keys.map(({ name }) => name)).toEqual(['Warehouse']);
  expect(complete).toBe(false);
});

test('a key that was deleted at WorkOS is not listed as good', async () => {
  await make();
  kept = [];
  expect((await listKeys(places, organizationId)).keys).toEqual([]);
});

test.each<[who: string, auth: AuthContext, code: string]>([
  ['somebody outside any organization', { ...owner, organization: null }, 'no_organization'],
  ['a member who is no owner', { ...owner, permissions: new Set(['stats:read']) }, 'not_allowed'],
])('%s manages no keys', (_who, auth, code) => {
  expect(managedOrganization(auth)).toEqual({ ok: false, code });
});
