import type { AuthContext, Permission } from '@layerkick/auth/auth-context';
import { accessOf } from '@layerkick/auth/credentials/access';
import { type Requirement, unmetBy } from '@layerkick/auth/requirement';
import type { Claim, UserClaim } from '@layerkick/auth/resolve-stores';
import { OPERATIONS } from '@layerkick/client/operations';
import { expect, test } from 'vitest';
import { TOOLS } from '#/api/mcp/tools.ts';
import { FUNCTIONS } from './functions.ts';
import { ROUTES } from './routes.ts';

/**
 * Everything that can be asked for, by everybody who can ask, in every role and standing, about every store: the decision
 * against the rule, said once more in other words. What D1 makes of a standing is in `access-matrix.workers.test.ts`.
 */
const NOW = Date.UTC(2026, 10, 29, 12);
const ROLES = ['viewer', 'analyst', 'manager', 'owner', 'member', 'constructor', null] as const;
const STANDINGS = [
  'active',
  'inactive',
  'none',
  'deleted person',
  'operator',
  'operator on a visit',
] as const;
const KINDS = ['person', 'key of the organization', 'key of the person', 'application'] as const;
const SCOPES = [
  [],
  ['stats:read'],
  ['events:write'],
  ['stats:read', 'stats:export', 'events:write', 'admin'],
];
const STORES = ['owned', 'mapped', 'of-another', 'no-such-store'] as const;

type Role = (typeof ROLES)[number];
type Standing = (typeof STANDINGS)[number];
type Kind = (typeof KINDS)[number];
type Store = (typeof STORES)[number];

const READ: readonly string[] = ['stats:read'];
const EXPORT = [...READ, 'stats:export'];
const MANAGE = [...EXPORT, 'events:write', 'store:manage'];
const OWN = [...MANAGE, 'members:manage', 'keys:manage'];
const OF_ROLE: Readonly<Record<string, readonly string[]>> = {
  viewer: READ,
  analyst: EXPORT,
  manager: MANAGE,
  owner: OWN,
};

interface Cell {
  readonly kind: Kind;
  readonly standing: Standing;
  readonly role: Role;
  readonly mapped: boolean;
  readonly scopes: readonly string[];
}

/** Everything that is declared, under a name to find it by. */
const DECLARED: readonly (readonly [string, Requirement])[] = [
  ...Object.entries(FUNCTIONS).flatMap(([file, functions]) =>
    Object.entries<Requirement>(functions).map(([name, each]) => [`${file}: ${name}`, each] as const),
  ),
  ...Object.entries<Requirement>(ROUTES),
  ...Object.entries<Requirement>(TOOLS).map(([name, each]) => [`tool ${name}`, each] as const),
  ...Object.entries(OPERATIONS).map(([id, operation]): readonly [string, Requirement] => [
    `operation ${id}`,
    {
      permission: operation.permission === 'any' ? 'signed-in' : operation.permission,
      ...('store' in operation ? { store: operation.store } : {}),
    },
  ]),
];

function cells(): readonly Cell[] {
  const all: Cell[] = [];
  for (const kind of KINDS)
    for (const standing of STANDINGS)
      for (const role of ROLES)
        for (const mapped of [false, true])
          for (const scopes of kind === 'person' ? [[]] : SCOPES)
            all.push({ kind, standing, role, mapped, scopes });
  return all;
}

function contextOf({ kind, standing, role, mapped, scopes }: Cell): AuthContext {
  const person: UserClaim = {
    kind: 'user',
    userId: 'user_1',
    adminUserIds: new Set(),
    internalOrganizationId: 'org_internal',
    mapped: mapped ? ['mapped'] : [],
    membership:
      standing === 'none'
        ? null
        : { organizationId: 'org_own', active: standing !== 'inactive', role, stores: ['owned'] },
    ...(standing.startsWith('operator') ? { operator: true } : {}),
    ...(standing === 'deleted person' ? { gone: true } : {}),
    ...(standing === 'operator on a visit'
      ? { visiting: { organizationId: 'org_2', stores: ['of-another'] } }
      : {}),
  };
  const owner = { stores: ['owned'] };
  const claim: Claim =
    kind === 'person'
      ? person
      : kind === 'key of the person'
        ? { kind: 'api-key', owner, scopes, person }
        : { kind: kind === 'application' ? 'service' : 'api-key', owner, scopes };
  return {
    principal: { kind: kind === 'person' ? 'user' : 'api-key', id: 'x' },
    via: kind === 'person' ? 'session' : 'api-key',
    organization: null,
    authenticatedAt: NOW,
    degraded: false,
    ...accessOf(claim),
  };
}

/** Which stores a person sees, and what they may do, in words of the design. */
function ofPerson({ standing, role, mapped }: Cell) {
  if (standing === 'deleted person') return { sees: () => false, may: () => false };
  if (standing === 'operator') return { sees: () => true, may: () => true };
  if (standing === 'operator on a visit')
    return { sees: (store: Store) => store === 'of-another', may: () => true };
  const rights = standing === 'active' ? (OF_ROLE[role ?? ''] ?? null) : null;
  const known = role !== null && Object.hasOwn(OF_ROLE, role) ? rights : null;
  const sees = (store: Store) => (store === 'mapped' && mapped) || (store === 'owned' && known !== null);
  const may = (permission: string) => {
    if (permission === 'admin') return false;
    if (permission === 'members:manage' || permission === 'keys:manage')
      return known?.includes(permission) === true;
    const sources = [...(mapped ? [EXPORT] : []), ...(known === null ? [] : [known])];
    return sources.length > 0 && sources.every((each) => each.includes(permission));
  };
  return { sees, may };
}

function allowed(cell: Cell, { permission, store }: Requirement, asked: Store): boolean {
  if (permission === 'anyone') return true;
  const person = ofPerson(cell);
  const { kind, scopes } = cell;
  const isClient = kind !== 'person';
  const isPersons = kind === 'key of the person';
  // A key and an application never get more than what scopes can give, and a person's key no more than the person.
  const scoped = (wanted: string) =>
    EXPORT.concat('events:write').includes(wanted) && scopes.includes(wanted);
  const may = (wanted: Permission) =>
    isClient ? scoped(wanted) && (!isPersons || mayByPerson(cell, wanted)) : person.may(wanted);
  const sees = isClient ? asked === 'owned' && (!isPersons || person.sees(asked)) : person.sees(asked);
  return (permission === 'signed-in' || may(permission)) && (store === undefined || sees);
}

/**
 * A person's key is held to what the person's role gives on the stores that the key reaches; being an operator gives a key
 * nothing, and on a visit it reaches no store.
 */
function mayByPerson(cell: Cell, wanted: string): boolean {
  const { standing, role } = cell;
  if (standing === 'operator on a visit') return true;
  const rights = role !== null && Object.hasOwn(OF_ROLE, role) ? OF_ROLE[role] : undefined;
  return ofPerson(cell).sees('owned') && rights?.includes(wanted) === true;
}

test('everybody, in every standing, may do exactly what is declared, on exactly their stores', () => {
  let count = 0;
  const wrong: string[] = [];
  for (const cell of cells()) {
    const auth = contextOf(cell);
    for (const [name, requirement] of DECLARED) {
      // A recent sign-in is a session's; that keys have none is held to by requirement.test.ts.
      const { permission, store } = requirement;
      const asked = store === undefined ? { permission } : { permission, store };
      for (const slug of STORES) {
        count += 1;
        const may = unmetBy(auth, asked, slug, NOW) === null;
        if (may !== allowed(cell, asked, slug))
          wrong.push(`${JSON.stringify(cell)} ${name} at ${slug}: ${may}`);
      }
    }
  }
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(count).toBe(cells().length * DECLARED.length * STORES.length);
  expect(count).toBeGreaterThan(200_000);
});
