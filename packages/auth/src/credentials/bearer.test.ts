import { expect, test } from 'vitest';
import type { BearerToken } from '../tokens/bearer-tokens.ts';
import { authenticateBearer, type BearerParts } from './bearer.ts';
import type { UserClaim } from './claim.ts';

const exp = 2_000_000_000;
const session = { iss: 'i', sub: 'user_1', sid: 'session_1', client_id: 'client_1', exp };
const readingAudience = 'https://app.layerkick.com/mcp';
const application = {
  iss: 'a',
  sub: 'client_app',
  aud: ['client_1'],
  exp,
  org_id: 'org_1',
  scope: ['stats:read'],
};
const valid = (claims: object) => ({ kind: 'valid', claims }) as BearerToken;

const merchant: UserClaim = {
  kind: 'user',
  userId: 'user_1',
  adminUserIds: new Set(['user_admin']),
  internalOrganizationId: null,
  mapped: ['fmdf'],
  membership: null,
};

function ask(token: BearerToken, change: Partial<BearerParts> = {}) {
  return authenticateBearer('token', {
    verify: () => Promise.resolve(token),
    person: ({ sub, sid }) =>
      Promise.resolve({ claim: { ...merchant, userId: sub }, ended: sid === 'session_ended' }),
    organizationStores: (id) => Promise.resolve(id === 'org_1' ? ['harbor'] : []),
    readingAudience,
    log: { warn: () => undefined, error: () => undefined },
    ...change,
  });
}

test('a person’s token gives what the person’s session gives', async () => {
  expect(await ask(valid({ of: 'session', session }))).toEqual({
    kind: 'authenticated',
    auth: {
      principal: { kind: 'user', id: 'user_1' },
      via: 'bearer',
      organization: null,
      stores: ['fmdf'],
      permissions: new Set(['stats:read', 'stats:export']),
      sessionId: 'session_1',
      degraded: false,
    },
  });
});

test('an application sees its organization’s stores, within its scopes', async () => {
  const token = valid({
    of: 'application',
    application: { ...application, scope: ['stats:read', 'admin', 'x'] },
  });
  expect(await ask(token)).toMatchObject({
    auth: {
      principal: { kind: 'service', id: 'client_app' },
      organization: { id: 'org_1', role: null },
      stores: ['harbor'],
      permissions: new Set(['stats:read']),
    },
  });
});

test('an application of no organization sees nothing and may do nothing', async () => {
  const { org_id: _, ...unowned } = application;
  expect(await ask(valid({ of: 'application', application: unowned }))).toMatchObject({
    auth: { stores: [], permissions: new Set() },
  });
});

test.each<[token: string, change: object, permissions: string[]]>([
  [
    'for the address of assistants reads',
    { aud: [readingAudience], scope: ['openid', 'email'] },
    ['stats:read'],
  ],
  ['for anything else with no scope of ours does nothing', { scope: ['openid', 'email'] }, []],
  ['does what the person let it do', { scope: ['stats:export'] }, ['stats:export']],
  ['does nothing that the person may not', { scope: ['events:write', 'admin', 'store:manage'] }, []],
])('a token for a person %s', async (_token, change, permissions) => {
  const token = valid({ of: 'application', application: { ...application, sub: 'user_1', ...change } });
  expect(await ask(token)).toMatchObject({
    auth: { principal: { kind: 'user', id: 'user_1' }, stores: ['fmdf'], permissions: new Set(permissions) },
  });
});

test('an application that acts for an administrator is no administrator', async () => {
  const forAdmin = { ...application, sub: 'user_admin', aud: [readingAudience], scope: ['admin'] };
  expect(await ask(valid({ of: 'application', application: forAdmin }))).toMatchObject({
    auth: { stores: 'all', permissions: new Set(['stats:read']) },
  });
});

test.each<[what: string, token: BearerToken, code: string, status: number]>([
  ['forged', { kind: 'refused', reason: 'x' }, 'token_invalid', 401],
  ['expired', { kind: 'expired', claims: { of: 'session', session } }, 'token_expired', 401],
  ['one that cannot be checked', { kind: 'unavailable' }, 'unavailable', 503],
  [
    'of a session that was ended',
    valid({ of: 'session', session: { ...session, sid: 'session_ended' } }),
    'token_revoked',
    401,
  ],
  [
    'of a consent that was ended',
    valid({ of: 'application', application: { ...application, sub: 'user_1', sid: 'session_ended' } }),
    'token_revoked',
    401,
  ],
  [
    'of an application that names a session which was ended',
    valid({ of: 'application', application: { ...application, sid: 'session_ended' } }),
    'token_revoked',
    401,
  ],
])('%s is refused', async (_what, token, code, status) => {
  expect(await ask(token)).toMatchObject({ kind: 'refused', code, status });
});

const nobodyCanTell = () => Promise.resolve({ claim: merchant, ended: null });

test('when nobody can say whether the session was ended, nothing is shown', async () => {
  expect(await ask(valid({ of: 'session', session }), { person: nobodyCanTell })).toMatchObject({
    kind: 'refused',
    code: 'unavailable',
    retryAfter: 10,
  });
});

test('a token that is known is asked about on every request all the same', async () => {
  const known = { claim: merchant, ended: false };
  const token = valid({ of: 'session', session });
  const request = () => ask(token, { person: () => Promise.resolve({ ...known }) });
  const first = await request();
  expect(first).toMatchObject({ auth: { stores: ['fmdf'] } });
  expect(await request()).toEqual(first);
  known.claim = { ...merchant, mapped: [] };
  expect(await request()).toMatchObject({ auth: { stores: [], permissions: new Set() } });
  known.ended = true;
  expect(await request()).toMatchObject({ kind: 'refused', code: 'token_revoked' });
});

test('an application’s organization is asked about on every request all the same', async () => {
  const token = valid({ of: 'application', application });
  const stores = { of: ['harbor'] as readonly string[] };
  const request = () => ask(token, { organizationStores: () => Promise.resolve(stores.of) });
  expect(await request()).toMatchObject({ auth: { stores: ['harbor'] } });
  stores.of = [];
  expect(await request()).toMatchObject({ auth: { stores: [] } });
});
