import type { Permission, StoreAccess } from '@layerkick/auth/auth-context';
import type { NamedOrganization } from '#/features/organizations/organizations.ts';
import type { Person } from './person.ts';

/** Who is looking, as every page knows it. */
export interface Viewer {
  readonly person: Person;
  /** The organization that the session is in. */
  readonly organization: NamedOrganization | null;
  readonly role: string | null;
  readonly permissions: readonly Permission[];
  readonly stores: StoreAccess;
  /** The origin of pages that are about no organization, where the page's own host names one; empty where it is the same. */
  readonly home: string;
  /** Where the person is an active member, by name. */
  readonly organizations: readonly NamedOrganization[];
  /** The tenant that an operator looks at and that is not their own. */
  readonly visiting: NamedOrganization | null;
  /** Who looks through this person's eyes, and why. */
  readonly impersonator: { readonly email: string; readonly reason: string | null } | null;
}
