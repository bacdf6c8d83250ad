/**
 * What every request resolves to, whatever credential it brings.
 *
 * Routes, server functions and the HTTP API decide on this value alone; they never look at a
 * cookie or a token themselves.
 */
export interface AuthContext {
  readonly principal: Principal;
  readonly via: 'session' | 'bearer' | 'api-key' | 'share' | 'dev-bypass';
  /** The organization the session was opened in, with the role and permissions it gives there. */
  readonly organization: OrganizationInContext | null;
  readonly stores: StoreAccess;
  readonly permissions: ReadonlySet<Permission>;
  readonly sessionId?: string;
  /** When the person last proved who they are, epoch ms; left out where that is not known. */
  readonly authenticatedAt?: number;
  /** The operator behind a WorkOS impersonation. */
  readonly impersonator?: { readonly email: string; readonly reason: string | null };
  /** Stores that the person would see if they met a condition of their organization. */
  readonly withheld?: Withheld;
  /** The tenant that an operator looks at, which is not their own. */
  readonly visiting?: { readonly organizationId: string };
  /** The request names an organization that its credential is not in, or that is not there. Nothing is allowed then. */
  readonly outside?: true;
  /** True while WorkOS is unreachable and the last good answer is being used. */
  readonly degraded: boolean;
  /** What every question of theirs is narrowed to, whatever they ask; left out for everybody but who came by a link. */
  readonly locked?: readonly LockedFilter[];
}

/** One condition that a shared page cannot be freed of: a dimension, how it is compared, and with what. */
export interface LockedFilter {
  readonly dimension: string;
  readonly op: 'is' | 'is_not' | 'contains' | 'prefix';
  readonly values: readonly string[];
}

export interface Principal {
  readonly kind: 'user' | 'api-key' | 'service' | 'share-link';
  /** The WorkOS id, `user_…` for people; a shared link's own. */
  readonly id: string;
  readonly email?: string;
  readonly name?: string;
}

export interface OrganizationInContext {
  readonly id: string;
  readonly role: string | null;
  readonly permissions: readonly string[];
}

/** An organization that requires its single sign-on, asked for with a session that began otherwise. */
export interface Withheld {
  readonly reason: 'sso_required';
  readonly organizationId: string;
}

/** `'all'`, or the slugs that may be seen. */
export type StoreAccess = 'all' | readonly string[];

export const PERMISSIONS = [
  'stats:read',
  'stats:export',
  /** Sending events from a server. */
  'events:write',
  'store:manage',
  'members:manage',
  'keys:manage',
  'admin',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Whether `access` covers `slug`. The only place that reads a {@link StoreAccess}. */
export function maySeeStore(access: StoreAccess, slug: string): boolean {
  return access === 'all' || access.includes(slug);
}
