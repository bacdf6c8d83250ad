import { accessOf } from '@layerkick/auth/credentials/access';
import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { identityOf } from '#/features/auth/identity.server.ts';
import { personClaim } from '#/features/auth/person-claim.server.ts';
import { seenStores } from './seen-stores.server.ts';
import type { MembershipRow } from './people.ts';

const ANN = 'user_ann';
const acme = { id: 'org_acme', name: 'Acme' };
const beta = { id: 'org_beta', name: 'Beta' };
const store = (slug: string, name: string) => ({
  slug,
  name,
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  domains: [],
  createdAt: 0,
});
const stores = [store('gifts', 'Gifts'), store('books', 'Books'), store('pots', 'Pots')];

const SEED = `
  DELETE FROM membership; DELETE FROM user; DELETE FROM organization_store; DELETE FROM organization_policy;
  DELETE FROM connection;
  INSERT INTO membership VALUES ('om_1', 'user_ann', 'org_acme', 'viewer', 'active', 1, 'v', NULL);
  INSERT INTO membership VALUES ('om_2', 'user_ann', 'org_beta', 'manager', 'active', 1, 'v', NULL);
  INSERT INTO organization_store VALUES ('org_acme', 'gifts'), ('org_acme', 'books'), ('org_beta', 'pots');
`;

beforeEach(async () => {
  await env.DB.batch(
    SEED.split(';')
      .map((sql) => sql.trim())
      .filter(Boolean)
      .map((sql) => env.DB.prepare(sql)),
  );
  await env.LAYERKICK_KV.put(`user-store:${ANN}`, '["gifts"]');
  Object.assign(identityOf(env).configuration, { ADMIN_USER_IDS: new Set() });
});

const memberships: readonly MembershipRow[] = [
  { id: 'om_1', organization: acme, role: 'viewer', status: 'active' },
  { id: 'om_2', organization: beta, role: 'manager', status: 'active' },
];
const inAcme = { by: 'organization', organization: acme, role: 'viewer', onlyBySso: false } as const;
const inBeta = { by: 'organization', organization: beta, role: 'manager', onlyBySso: false } as const;

test('every way to a store is a reason, whichever organization a session would be in', async () => {
  expect(await seenStores(ANN, memberships, stores)).toEqual([
    { slug: 'books', name: 'Books', reasons: [inAcme] },
    { slug: 'gifts', name: 'Gifts', reasons: [{ by: 'mapping' }, inAcme] },
    { slug: 'pots', name: 'Pots', reasons: [inBeta] },
  ]);
});

test('what the page says is what requests are given: in no organization, and in each', async () => {
  const shown = await seenStores(ANN, memberships, stores);
  const given = await Promise.all(
    [{}, { org_id: acme.id, role: 'viewer' }, { org_id: beta.id, role: 'manager' }].map(async (claims) =>
      accessOf(await personClaim({ sub: ANN, ...claims })),
    ),
  );
  const slugs = given.flatMap((access) => (access.stores === 'all' ? ['all'] : access.stores));
  expect([...new Set(slugs)].toSorted()).toEqual(shown.map(({ slug }) => slug));
});

test('an organization that requires its single sign-on gives its stores only by it', async () => {
  await env.DB.batch([
    env.DB.prepare(`INSERT INTO organization_policy (organization_id, require_sso) VALUES ('org_beta', 1)`),
    env.DB.prepare(
      `INSERT INTO connection VALUES ('conn_1', 'org_beta', 'SSO', 'OktaSAML', 'active', 1, 'v', NULL)`,
    ),
  ]);
  const [, , pots] = await seenStores(ANN, memberships, stores);
  expect(pots?.reasons).toEqual([{ ...inBeta, onlyBySso: true }]);
});

test('who is deactivated, has a role that gives nothing, or was deleted sees nothing by it', async () => {
  await env.DB.exec(`UPDATE membership SET status = 'inactive' WHERE id = 'om_1'`);
  await env.DB.exec(`UPDATE membership SET role = 'member' WHERE id = 'om_2'`);
  expect(await seenStores(ANN, memberships, stores)).toEqual([
    { slug: 'gifts', name: 'Gifts', reasons: [{ by: 'mapping' }] },
  ]);
  await env.DB.exec(`INSERT INTO user VALUES ('user_ann', '', NULL, NULL, 0, 1, 'v', 2)`);
  expect(await seenStores(ANN, memberships, stores)).toEqual([]);
});

test('an administrator sees every store, for that one reason', async () => {
  Object.assign(identityOf(env).configuration, { ADMIN_USER_IDS: new Set([ANN]) });
  expect(await seenStores(ANN, memberships, stores)).toEqual([
    { slug: null, name: '', reasons: [{ by: 'allowlist' }] },
  ]);
});
