import type { Denial, SignInAgain } from '#/features/auth/person.ts';
import type { ChangeRefused, UsualRefusal } from '../change-refused.ts';
import type { InvitationRow } from '../people/people.ts';
import type { Page } from '../table/page-of.ts';

export interface OrganizationRow {
  readonly id: string;
  readonly name: string;
  /** Of active members. */
  readonly members: number;
  readonly stores: number;
  readonly domains: readonly string[];
  /** Whether a connection of its own lets people in. */
  readonly sso: boolean;
  readonly requiresSso: boolean;
}

export interface OrganizationsPage extends Page<OrganizationRow> {
  readonly ok: true;
}

export interface MemberRow {
  readonly membership: string;
  readonly user: { readonly id: string; readonly email: string; readonly name: string | null };
  readonly role: string | null;
  /** `active`, `inactive` or `pending`. */
  readonly status: string;
}

export interface DomainRow {
  readonly id: string;
  readonly domain: string;
  readonly state: string;
}

/** A connection of single sign-on, or a directory. */
export interface ConnectionRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly state: string;
}

export interface OrganizationDetails {
  readonly ok: true;
  readonly id: string;
  readonly name: string;
  readonly members: readonly MemberRow[];
  /** More than are shown. */
  readonly moreMembers: number;
  readonly invitations: readonly InvitationRow[];
  readonly domains: readonly DomainRow[];
  readonly connections: readonly ConnectionRow[];
  readonly directories: readonly ConnectionRow[];
  readonly policy: OrganizationPolicy;
  readonly stores: readonly { readonly slug: string; readonly name: string }[];
  /** What it can be given. */
  readonly assignable: readonly { readonly slug: string; readonly name: string }[];
}

export interface OrganizationPolicy {
  readonly requireSso: boolean;
  /** Null: nobody joins by their domain. */
  readonly autoJoinRole: string | null;
}

export type OrganizationCreation = { readonly ok: true; readonly id: string } | ChangeRefused | Denial;

export type OrganizationChange =
  | { readonly ok: true }
  | ChangeRefused<
      | 'organization_unknown'
      /** Anybody can have an address there. */
      | 'free_mail'
      /** Another organization has it. */
      | 'domain_taken'
      | 'domain_unknown'
      | UsualRefusal
    >
  | Denial;

export type OrganizationDeletion =
  | { readonly ok: true }
  | ChangeRefused<
      | 'organization_unknown'
      /** What was typed is not its name. */
      | 'not_confirmed'
      /** Its members are the operators. */
      | 'organization_internal'
      | UsualRefusal
    >
  | SignInAgain
  | Denial;

/** `link` is good for minutes, for whoever has it. */
export type PortalLink =
  | { readonly ok: true; readonly link: string }
  | ChangeRefused<'organization_unknown' | UsualRefusal>
  | SignInAgain
  | Denial;

/** What WorkOS told that was not known here yet. */
export type News = { readonly ok: true; readonly missed: number } | ChangeRefused | Denial;
