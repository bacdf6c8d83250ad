import type { Permission } from '@layerkick/auth/auth-context';
import type { Requirement } from '@layerkick/auth/requirement';

/**
 * Who may do what on which store, in words of the design, for tests: said once more and by other means than in
 * `packages/auth`, so that both have to be wrong in the same way for a mistake to go unseen.
 */
export const ROLES = ['viewer', 'analyst', 'manager', 'owner', 'member', 'constructor', null] as const;
export const STANDINGS = [
  'active',
  'inactive',
  'none',
  'deleted person',
  'operator',
  'operator on a visit',
] as const;
export const KINDS = ['person', 'key of the organization', 'key of the person', 'application'] as const;
/** `owned` by the organization in context, `mapped` to the person, of the organization that an operator visits, nowhere. */
export const STORES = ['owned', 'mapped', 'of-another', 'no-such-store'] as const;

type Role = (typeof ROLES)[number];
type Standing = (typeof STANDINGS)[number];
type Kind = (typeof KINDS)[number];
export type Store = (typeof STORES)[number];

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

/** Somebody who asks. */
export interface Cell {
  readonly kind: Kind;
  readonly standing: Standing;
  readonly role: Role;
  readonly mapped: boolean;
  readonly scopes: readonly string[];
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

/** Whether they may do what takes `requirement`, about a store; how lately they signed in left aside. */
export function allowed(cell: Cell, { permission, store }: Requirement, asked: Store): boolean {
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
