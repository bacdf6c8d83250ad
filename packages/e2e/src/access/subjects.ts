import type { Cell } from '../../../cf-app/src/features/auth/declared/rule.ts';

/** What has become of somebody's place in their organization, and what the rule calls it. */
export const STATES = {
  active: 'active',
  'not mirrored yet': 'active',
  inactive: 'inactive',
  pending: 'inactive',
  ended: 'inactive',
  'let go by the directory': 'inactive',
  'organization deleted': 'inactive',
  'single sign-on required': 'inactive',
  'in by single sign-on': 'active',
  'person deleted': 'deleted person',
  'in no organization': 'none',
  operator: 'operator',
  'operator on a visit': 'operator on a visit',
  'on the list of administrators': 'operator',
} as const satisfies Readonly<Record<string, Cell['standing']>>;
type State = keyof typeof STATES;

/** A role that nobody has given a meaning, too, and none. */
const ROLES = ['viewer', 'analyst', 'manager', 'owner', 'member', null] as const;

const KINDS = [
  'nobody',
  'session',
  'impersonated session',
  'person’s token',
  'application for a person',
  'key of a person',
  'key of an organization',
  'application',
] as const;
type Kind = (typeof KINDS)[number];

/** Somebody who asks, with what they bring. */
export interface Subject {
  readonly kind: Kind;
  readonly state: State;
  readonly role: Cell['role'];
  readonly mapped: boolean;
  readonly scopes: readonly string[];
}

const SCOPES = [
  [],
  ['stats:read'],
  ['events:write'],
  ['stats:read', 'stats:export', 'events:write', 'admin'],
];
/** WorkOS gives keys to people that it knows. */
export const WITH_KEYS = [
  { person: 'user_01LKMERCHANT', state: 'active', role: 'owner', mapped: false },
  { person: 'user_01LKAGENCY', state: 'active', role: 'viewer', mapped: true },
  { person: 'user_01LKOUTSIDER', state: 'inactive', role: 'owner', mapped: false },
] as const;

/** Whose keys there are, as WorkOS has it. */
export const ORGANIZATIONS = [
  { id: 'org_active', name: 'Active', members: { user_01LKMERCHANT: 'owner', user_01LKAGENCY: 'viewer' } },
  { id: 'org_inactive', name: 'Inactive', members: { user_01LKOUTSIDER: 'owner' } },
];

export const SUBJECTS: readonly Subject[] = [
  { kind: 'nobody', state: 'in no organization', role: null, mapped: false, scopes: [] },
  ...(['session', 'impersonated session', 'person’s token'] as const).flatMap((kind) => people(kind, [[]])),
  ...people('application for a person', SCOPES),
  ...WITH_KEYS.flatMap(({ state, role, mapped }) =>
    SCOPES.map((scopes): Subject => ({ kind: 'key of a person', state, role, mapped, scopes })),
  ),
  ...(['key of an organization', 'application'] as const).flatMap((kind) =>
    SCOPES.map((scopes): Subject => ({ kind, state: 'active', role: null, mapped: false, scopes })),
  ),
];

function people(kind: Kind, ofScopes: readonly (readonly string[])[]): readonly Subject[] {
  const all: Subject[] = [];
  for (const state of Object.keys(STATES) as State[]) {
    // How a program got in is not told, so that it never was single sign-on.
    if (state === 'in by single sign-on' && !kind.endsWith('session')) continue;
    const roles = organizationOf(state) === null ? [null] : ROLES;
    for (const role of roles)
      for (const mapped of [false, true])
        for (const scopes of ofScopes) all.push({ kind, state, role, mapped, scopes });
  }
  return all;
}

/** The organization that somebody's token was issued in. */
export function organizationOf(state: State): string | null {
  switch (state) {
    case 'in no organization':
    case 'operator':
    case 'operator on a visit':
    case 'on the list of administrators':
      return null;
    case 'in by single sign-on':
    case 'single sign-on required':
      return 'org_sso';
    case 'organization deleted':
      return 'org_deleted';
    case 'inactive':
      return 'org_inactive';
    default:
      return 'org_active';
  }
}
