import type { Denial } from '#/features/auth/person.ts';
import type { NamedOrganization } from '#/features/organizations/organizations.ts';
import type { ChangeRefused, UsualRefusal } from '../change-refused.ts';
import type { Page } from '../table/page-of.ts';

export interface MembershipRow {
  readonly id: string;
  readonly organization: NamedOrganization;
  readonly role: string | null;
  /** `active`, `inactive` or `pending`. */
  readonly status: string;
}

export interface PersonRow {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly memberships: readonly MembershipRow[];
}

export interface PeoplePage extends Page<PersonRow> {
  readonly ok: true;
  /** Where somebody can be invited to. */
  readonly organizations: readonly NamedOrganization[];
}

/** Why somebody sees a store, in what the page can name. */
export type ReasonRow =
  | { readonly by: 'allowlist' | 'internal-organization' | 'mapping' }
  | {
      readonly by: 'organization';
      readonly organization: NamedOrganization;
      readonly role: string;
      /** Only a session that began with the organization's single sign-on is given it. */
      readonly onlyBySso: boolean;
    };

export interface SeenStore {
  /** Null for every store there is. */
  readonly slug: string | null;
  /** The slug where there is no such store any more. */
  readonly name: string;
  readonly reasons: readonly ReasonRow[];
}

/** A session as WorkOS and we know it. Times are epoch ms. */
export interface SessionRow {
  readonly id: string;
  readonly createdAt: number;
  readonly address: string | null;
  readonly browser: string | null;
  readonly organization: NamedOrganization | null;
  /** Whether it can still be used here. */
  readonly active: boolean;
}

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly organization: NamedOrganization | null;
  readonly role: string | null;
  readonly state: string;
  /** Epoch ms. */
  readonly expiresAt: number | null;
}

export interface PersonDetails {
  readonly ok: true;
  readonly person: {
    readonly id: string;
    /** Null of somebody whom the mirror does not know. */
    readonly email: string | null;
    readonly name: string | null;
    readonly emailVerified: boolean;
    readonly deleted: boolean;
  };
  readonly stores: readonly SeenStore[];
  /** Slugs in KV; null where something else than a list of slugs is stored there, which gives nothing. */
  readonly mapped: readonly string[] | null;
  /** What can be granted. */
  readonly grantable: readonly { readonly slug: string; readonly name: string }[];
  readonly memberships: readonly MembershipRow[];
  readonly invitations: readonly InvitationRow[];
  /** Null while WorkOS does not say. */
  readonly sessions: readonly SessionRow[] | null;
}

export type AccessChange = { readonly ok: true } | ChangeRefused<'stores_unknown' | UsualRefusal> | Denial;

export type SessionEnd =
  | {
      readonly ok: true;
      /** False where only we know yet that it is over, which is enough. */
      readonly atWorkOS: boolean;
    }
  | ChangeRefused<'session_unknown' | UsualRefusal>
  | Denial;
