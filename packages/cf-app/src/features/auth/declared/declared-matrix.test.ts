import type { AuthContext } from '@layerkick/auth/auth-context';
import { accessOf } from '@layerkick/auth/credentials/access';
import type { Claim, UserClaim } from '@layerkick/auth/credentials/claim';
import { type Requirement, unmetBy } from '@layerkick/auth/requirement';
import { OPERATIONS } from '@layerkick/client/operations';
import { expect, test } from 'vitest';
import { TOOLS } from '#/api/mcp/tools.ts';
import { FUNCTIONS } from './functions.ts';
import { ROUTES } from './routes.ts';
import { allowed, type Cell, KINDS, ROLES, STANDINGS, STORES } from './rule.ts';

/**
 * Everything that can be asked for, by everybody who can ask, in every role and standing, about every store: the decision
 * against the rule. What D1 makes of a standing is in `access-matrix.workers.test.ts`, and what the built Worker makes of it
 * all over HTTP in `packages/e2e/src/built/access-matrix.test.ts`.
 */
const NOW = Date.UTC(2026, 10, 29, 12);
const SCOPES = [
  [],
  ['stats:read'],
  ['events:write'],
  ['stats:read', 'stats:export', 'events:write', 'admin'],
];
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
