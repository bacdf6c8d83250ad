import { type Permission, maySeeStore } from '@layerkick/auth/auth-context';
import { accessOf } from '@layerkick/auth/credentials/access';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { personClaim } from './person-claim.server.ts';

/**
 * The rule of who sees what, once more and in other words than the code's, over everything that can be combined: what the
 * token says, what the mirror says, what is mapped, and which store is asked for.
 */
const ROLES = ['viewer', 'analyst', 'manager', 'owner', 'member', 'constructor', undefined] as const;
const STATES = [
  'not mirrored yet',
  'active',
  'inactive',
  'pending',
  'deleted',
  'let go by the directory',
  'organization deleted',
  'person deleted',
  'single sign-on required',
] as const;
const CONTEXTS = [null, 'org_own', 'org_other'] as const;
const STORES = ['owned', 'mapped', 'of-another', 'no-such-store'] as const;

type State = (typeof STATES)[number];
type Context = (typeof CONTEXTS)[number];
type Role = (typeof ROLES)[number];

const USER = 'user_matrix';
const LETS_IN: ReadonlySet<State> = new Set(['not mirrored yet', 'active']);
const READ: readonly Permission[] = ['stats:read'];
const EXPORT: readonly Permission[] = [...READ, 'stats:export'];
const MANAGE: readonly Permission[] = [...EXPORT, 'events:write', 'store:manage'];
const EXPECTED: Readonly<Record<string, readonly Permission[]>> = {
  viewer: READ,
  analyst: EXPORT,
  manager: MANAGE,
  owner: [...MANAGE, 'members:manage', 'keys:manage'],
};

async function live(state: State, role: Role): Promise<void> {
  const db = env.DB;
  const tables = ['membership', 'user', 'organization', 'directory_user', 'connection'];
  const membership = (status: string, deletedAt: number | null) =>
    db
      .prepare(`INSERT INTO membership VALUES ('om_1', ?, 'org_own', ?, ?, 1, 'event', ?)`)
      .bind(USER, role ?? null, status, deletedAt);
  const person = (deletedAt: number | null) =>
    db
      .prepare(`INSERT INTO user VALUES (?, 'p@example.test', NULL, NULL, 1, 1, 'event', ?)`)
      .bind(USER, deletedAt);
  const status = state === 'inactive' || state === 'pending' ? state : 'active';
  await db.batch([
    ...[...tables, 'organization_policy', 'organization_store'].map((table) =>
      db.prepare(`DELETE FROM ${table}`),
    ),
    db.prepare(`INSERT INTO organization_store VALUES ('org_own', 'owned'), ('org_other', 'of-another')`),
    ...(state === 'not mirrored yet' ? [] : [membership(status, state === 'deleted' ? 1 : null)]),
    person(state === 'person deleted' ? 1 : null),
    db
      .prepare(`INSERT INTO organization VALUES ('org_own', 'Own', '[]', 1, 'event', ?)`)
      .bind(state === 'organization deleted' ? 1 : null),
    // Not a member there, and the mirror knows that somebody who was is not any more.
    db
      .prepare(
        `INSERT INTO membership VALUES ('om_2', ?, 'org_other', 'owner', 'inactive', 1, 'event', NULL)`,
      )
      .bind(USER),
    ...(state === 'let go by the directory'
      ? [
          db.prepare(
            `INSERT INTO directory_user VALUES ('du_1', 'd_1', 'org_own', 'p@example.test', 'inactive', 1, 'event', NULL)`,
          ),
        ]
      : []),
    ...(state === 'single sign-on required'
      ? [
          db.prepare(`INSERT INTO organization_policy VALUES ('org_own', NULL, 1, NULL)`),
          db.prepare(
            `INSERT INTO connection VALUES ('c_1', 'org_own', 'SSO', 'GenericSAML', 'active', 1, 'event', NULL)`,
          ),
        ]
      : []),
  ]);
}

/** What the rule says: the stores by name, and what may be done on every one of them. */
function rule(state: State, role: Role, context: Context, mapped: boolean) {
  if (state === 'person deleted') return { stores: new Set<string>(), permissions: new Set<Permission>() };
  const ofRole = EXPECTED[role ?? ''] ?? [];
  const member = context === 'org_own' && LETS_IN.has(state) && Object.hasOwn(EXPECTED, role ?? '');
  const stores = new Set([...(mapped ? ['mapped'] : []), ...(member ? ['owned'] : [])]);
  const onStores = [member ? ofRole : null, mapped ? EXPORT : null].filter((each) => each !== null);
  const everywhere = MANAGE.filter(
    (each) => onStores.length > 0 && onStores.every((held) => held.includes(each)),
  );
  const onOrganization = member ? ofRole.filter((each) => !MANAGE.includes(each)) : [];
  return { stores, permissions: new Set([...everywhere, ...onOrganization]) };
}

test.each(STATES)('%s: every role, organization in context, mapping and store', async (state) => {
  let cells = 0;
  for (const role of ROLES) {
    // oxlint-disable-next-line no-await-in-loop -- one database
    await live(state, role);
    for (const mapped of [false, true]) {
      const key = `user-store:${USER}`;
      // oxlint-disable-next-line no-await-in-loop -- the same
      await (mapped ? env.LAYERKICK_KV.put(key, '["mapped"]') : env.LAYERKICK_KV.delete(key));
      for (const context of CONTEXTS) {
        const claims = { sub: USER, ...(context && { org_id: context }), ...(role && { role }) };
        // oxlint-disable-next-line no-await-in-loop -- the same
        const { stores, permissions } = accessOf(await personClaim(claims));
        const expected = rule(state, role, context, mapped);
        const cell = `${state}, ${role}, ${context}, ${mapped ? 'mapped' : 'not mapped'}`;
        expect(permissions, cell).toEqual(expected.permissions);
        for (const store of STORES) {
          expect(maySeeStore(stores, store), `${cell}, ${store}`).toBe(expected.stores.has(store));
          cells += 1;
        }
      }
    }
  }
  expect(cells).toBe(ROLES.length * 2 * CONTEXTS.length * STORES.length);
});

test.each(STATES)(
  '%s: a key of a person names no role, and has the one that is known here',
  async (state) => {
    await env.LAYERKICK_KV.delete(`user-store:${USER}`);
    for (const role of ROLES) {
      // oxlint-disable-next-line no-await-in-loop -- one database
      await live(state, role);
      // oxlint-disable-next-line no-await-in-loop -- the same
      const { stores, permissions } = accessOf(
        await personClaim({ sub: USER, org_id: 'org_own', ofKey: true }),
      );
      const known = state === 'not mirrored yet' ? 'deleted' : state;
      const expected = rule(known, role, 'org_own', false);
      expect([new Set(stores), permissions], `${state}, ${role}`).toEqual([
        expected.stores,
        expected.permissions,
      ]);
    }
  },
);
