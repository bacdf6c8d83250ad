import type { Withheld } from '../auth-context.ts';

/** Everything that is known about a credential when its stores are decided. Unreadable sources come in empty. */
export type Claim = UserClaim | ClientClaim | ShareClaim;

export interface UserClaim {
  readonly kind: 'user';
  readonly userId: string;
  /** `ADMIN_USER_IDS`. */
  readonly adminUserIds: ReadonlySet<string>;
  /** The organization whose members see every store; null where none is configured. */
  readonly internalOrganizationId: string | null;
  /** The slugs mapped to this person in KV. */
  readonly mapped: readonly string[];
  /** The person's membership in the organization the session was opened in. */
  readonly membership: Membership | null;
  /** Actively in the internal organization, whichever one the session was opened in. */
  readonly operator?: true;
  /** Deleted: there is nobody to see anything. */
  readonly gone?: true;
  /** The tenant that an operator looks at: its stores and no others. */
  readonly visiting?: { readonly organizationId: string; readonly stores: readonly string[] };
  /** The request names an organization: what counts is what the person is in it, and nothing else. */
  readonly within?: { readonly id: string | null };
  /** Why the organization's stores are not among those in `membership`. */
  readonly withheld?: Withheld;
}

/** An API key or an M2M application: never more than its owner has. */
export interface ClientClaim {
  readonly kind: 'api-key' | 'service';
  /** The organization that owns it; null where that could not be read. */
  readonly owner: { readonly stores: readonly string[] } | null;
  /** Slugs of permissions that it was given, known or not. */
  readonly scopes: readonly string[];
  /** The person whose key it is, inside that organization. */
  readonly person?: UserClaim;
}

/** A link that was shared, and is good right now. */
export interface ShareClaim {
  readonly kind: 'share-link';
  readonly store: string;
}

export interface Membership {
  readonly organizationId: string;
  readonly active: boolean;
  readonly role: string | null;
  readonly stores: readonly string[];
}
