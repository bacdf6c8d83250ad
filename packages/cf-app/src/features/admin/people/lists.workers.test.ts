import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { organizationsPage } from '../organizations/organization-rows.server.ts';
import { peoplePage } from './people-rows.server.ts';

const SEED = [
  `INSERT INTO organization VALUES ('org_acme', 'Acme', '[]', 1, 'v', NULL), ('org_beta', 'beta', '[]', 1, 'v', NULL),
     ('org_gone', 'Gone', '[]', 1, 'v', 2)`,
  `INSERT INTO organization_domain VALUES ('d_1', 'org_acme', 'acme.test', 'verified', 1, 'v', NULL),
     ('d_2', 'org_acme', 'old.test', 'verified', 1, 'v', 2)`,
  `INSERT INTO organization_store VALUES ('org_acme', 'gifts'), ('org_acme', 'books')`,
  `INSERT INTO organization_policy (organization_id, require_sso) VALUES ('org_beta', 1)`,
  `INSERT INTO connection VALUES ('c_1', 'org_acme', 'SSO', 'OktaSAML', 'active', 1, 'v', NULL)`,
  `INSERT INTO user VALUES ('user_ann', 'ann@acme.test', 'Ann', 'Ö%_', 1, 1, 'v', NULL),
     ('user_bob', 'bob@beta.test', NULL, NULL, 1, 1, 'v', NULL), ('user_gone', '', NULL, NULL, 0, 1, 'v', 2)`,
  `INSERT INTO membership VALUES ('om_1', 'user_ann', 'org_acme', 'viewer', 'active', 1, 'v', NULL),
     ('om_2', 'user_bob', 'org_acme', 'owner', 'inactive', 1, 'v', NULL),
     ('om_3', 'user_bob', 'org_beta', 'owner', 'active', 1, 'v', 2)`,
];

beforeAll(async () => {
  await env.DB.batch(SEED.map((sql) => env.DB.prepare(sql)));
});

const people = async (search: Parameters<typeof peoplePage>[1]) =>
  (await peoplePage(env.DB, search)).rows.map(({ id }) => id);
const organizations = async (search: Parameters<typeof organizationsPage>[1]) =>
  (await organizationsPage(env.DB, search)).rows.map(({ id }) => id);

test('a person has their name and where they belong; who was deleted is not listed, nor a membership that is over', async () => {
  const { rows, total } = await peoplePage(env.DB, {});
  expect(total).toBe(2);
  const organization = { id: 'org_acme', name: 'Acme' };
  expect(rows).toEqual([
    {
      id: 'user_ann',
      email: 'ann@acme.test',
      name: 'Ann Ö%_',
      memberships: [{ id: 'om_1', organization, role: 'viewer', status: 'active' }],
    },
    {
      id: 'user_bob',
      email: 'bob@beta.test',
      name: null,
      memberships: [{ id: 'om_2', organization, role: 'owner', status: 'inactive' }],
    },
  ]);
});

test.each<[find: string, found: readonly string[]]>([
  ['ANN', ['user_ann']],
  ['acme', ['user_ann', 'user_bob']],
  ['acme beta.test', ['user_bob']],
  ['user_bob', ['user_bob']],
  ['%', ['user_ann']],
  ["' OR 1=1 --", []],
  ['beta', ['user_bob']],
])('a search for people by %s', async (find, found) => {
  expect(await people({ find })).toEqual(found);
});

test('people are sorted by what the address says, and by nothing else', async () => {
  expect(await people({ sort: '-email' })).toEqual(['user_bob', 'user_ann']);
  expect(await people({ sort: 'id' })).toEqual(['user_ann', 'user_bob']);
});

test('an organization has counts of what is there now', async () => {
  expect((await organizationsPage(env.DB, {})).rows).toEqual([
    {
      id: 'org_acme',
      name: 'Acme',
      members: 1,
      stores: 2,
      domains: ['acme.test'],
      sso: true,
      requiresSso: false,
    },
    { id: 'org_beta', name: 'beta', members: 0, stores: 0, domains: [], sso: false, requiresSso: true },
  ]);
});

test('organizations are found by name, id and domain, and sorted by counts', async () => {
  expect(await organizations({ find: 'acme.test' })).toEqual(['org_acme']);
  expect(await organizations({ find: 'old.test' })).toEqual([]);
  expect(await organizations({ find: 'org_beta' })).toEqual(['org_beta']);
  expect(await organizations({ sort: 'stores' })).toEqual(['org_beta', 'org_acme']);
  expect(await organizations({ sort: '-members' })).toEqual(['org_acme', 'org_beta']);
});
