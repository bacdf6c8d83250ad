import { expect, test } from 'vitest';
import { type ApiKeyParts, authenticateApiKey } from './api-key.ts';
import type { UserClaim } from './claim.ts';
import type { KeyCheck } from './validated-keys.ts';

const key = {
  id: 'api_key_1',
  name: 'Warehouse',
  organizationId: 'org_1',
  userId: null,
  scopes: ['stats:read', 'x'],
};
const good: KeyCheck = { kind: 'valid', key, degraded: false };
const viewer: UserClaim = {
  kind: 'user',
  userId: 'user_1',
  adminUserIds: new Set(),
  internalOrganizationId: null,
  mapped: [],
  membership: { organizationId: 'org_1', active: true, role: 'viewer', stores: ['harbor'] },
};

const STORES = ['harbor'];
const down = () => Promise.reject(new Error('D1 down'));

function ask(check: KeyCheck, change: Partial<ApiKeyParts> = {}) {
  return authenticateApiKey('sk_live_0123456789', {
    check: () => Promise.resolve(check),
    standing: ({ id }) =>
      Promise.resolve({ revoked: id === 'api_key_revoked', stores: ['harbor', 'northwind'] }),
    person: () => Promise.resolve({ claim: viewer, ended: false }),
    log: { warn: () => undefined, error: () => undefined },
    ...change,
  });
}

test('a key of an organization sees its stores, within its scopes', async () => {
  expect(await ask(good)).toEqual({
    kind: 'authenticated',
    auth: {
      principal: { kind: 'api-key', id: 'api_key_1', name: 'Warehouse' },
      via: 'api-key',
      organization: { id: 'org_1', role: null, permissions: ['stats:read', 'x'] },
      stores: ['harbor', 'northwind'],
      permissions: new Set(['stats:read']),
      degraded: false,
    },
  });
});

test('a key of a person sees no more than the person', async () => {
  const personal: KeyCheck = {
    ...good,
    key: { ...key, userId: 'user_1', scopes: ['stats:read', 'stats:export'] },
  };
  expect(await ask(personal)).toMatchObject({
    auth: { stores: ['harbor'], permissions: new Set(['stats:read']) },
  });
});

test('whom a person’s key is about is one object as long as the key is known, so that nothing is worked out again', async () => {
  const personal: KeyCheck = { ...good, key: { ...key, userId: 'user_1' } };
  const about: object[] = [];
  const change: Partial<ApiKeyParts> = {
    standing: () => Promise.resolve({ revoked: false, stores: STORES }),
    person: (claims) => {
      about.push(claims);
      return Promise.resolve({ claim: viewer, ended: false });
    },
  };
  const [first, second] = [await ask(personal, change), await ask(personal, change)];
  expect(about[0]).toEqual({ sub: 'user_1', org_id: 'org_1', ofKey: true });
  expect(about[1]).toBe(about[0]);
  expect(Reflect.get(second, 'auth')).toBe(Reflect.get(first, 'auth'));
});

test('a key that goes on through an outage says so', async () => {
  expect(await ask({ ...good, degraded: true })).toMatchObject({ auth: { degraded: true } });
});

test.each<[what: string, check: KeyCheck, code: string]>([
  ['an unknown key', { kind: 'invalid' }, 'api_key_invalid'],
  ['one unknown key too many from an address', { kind: 'limited' }, 'rate_limited'],
  [
    'a key that was revoked here, whatever WorkOS says',
    { ...good, key: { ...key, id: 'api_key_revoked' } },
    'api_key_invalid',
  ],
  ['a key that cannot be checked', { kind: 'unavailable' }, 'unavailable'],
])('%s is refused', async (_what, check, code) => {
  expect(await ask(check)).toMatchObject({ kind: 'refused', code });
});

test('when nobody can say whether it was revoked, a key opens nothing', async () => {
  expect(await ask(good, { standing: down })).toMatchObject({ kind: 'refused', code: 'unavailable' });
});

test('a key that is known is asked about on every request all the same', async () => {
  const standing = { revoked: false, stores: ['harbor'] as readonly string[] };
  const request = () => ask(good, { standing: () => Promise.resolve({ ...standing }) });
  const first = await request();
  expect(first).toMatchObject({ auth: { stores: ['harbor'] } });
  expect(await request()).toEqual(first);
  standing.stores = [];
  expect(await request()).toMatchObject({ auth: { stores: [] } });
  standing.revoked = true;
  expect(await request()).toMatchObject({ kind: 'refused', code: 'api_key_invalid' });
});
