import type { Membership } from '../credentials/claim.ts';
import { weakerRole } from '../credentials/permissions.ts';
import type { Standing } from './standing.ts';

/** What a credential says of the organization that it was issued for. */
export interface NamedOrganization {
  readonly id: string;
  readonly role: string | null;
}

/** How a session began: WorkOS's name of the method, and the organization that the person signed in to. */
export interface SignIn {
  readonly method: string | null;
  readonly organizationId: string | null;
}

/**
 * The membership that counts, of what the credential and the mirror say.
 *
 * WorkOS signs an organization into tokens of active members only, so a membership that the mirror has not heard of yet
 * counts. One that it knows to be over does not, whatever the token says, and of two roles the weaker one counts.
 */
export function membershipThatCounts(
  { id, role }: NamedOrganization,
  { membership, shutOut, stores }: Standing,
): Membership {
  return {
    organizationId: id,
    active: !shutOut && (membership === null || membership.active),
    role: membership === null ? role : weakerRole(role, membership.role),
    stores,
  };
}

/**
 * Whether a sign-in satisfies an organization that requires its single sign-on. That of another organization does not:
 * whoever runs that one vouches for nobody here.
 */
export function satisfiesSso(signIn: SignIn | null, organizationId: string): boolean {
  return signIn !== null && signIn.method === 'SSO' && signIn.organizationId === organizationId;
}
