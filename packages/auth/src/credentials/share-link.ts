import type { AuthContext, LockedFilter } from '../auth-context.ts';
import { accessOf } from './access.ts';

/** A link that was shared, as far as letting somebody in depends on it. */
export interface ShareLink {
  readonly id: string;
  readonly name: string;
  readonly store: string;
  readonly filters: readonly LockedFilter[];
  /** Whether one has to say a password first. */
  readonly hasPassword: boolean;
  /** Epoch ms; null for never. */
  readonly expiresAt: number | null;
  /** Epoch ms; null while it is good. */
  readonly revokedAt: number | null;
}

export type ShareAuthentication =
  | { readonly kind: 'authenticated'; readonly auth: AuthContext }
  /** Its password has to be said. */
  | { readonly kind: 'locked' }
  /** Never made, over or revoked: nobody learns which. */
  | { readonly kind: 'unknown' };

/**
 * Who comes by a shared link: nobody in particular, who may read one store's figures within the link's filters.
 *
 * @param link null where there is none of this token
 * @param unlocked whether its password was said in this browser
 * @param now epoch ms
 */
export function authenticateShare(
  link: ShareLink | null,
  unlocked: boolean,
  now: number,
): ShareAuthentication {
  if (link === null || !isGood(link, now)) return { kind: 'unknown' };
  if (link.hasPassword && !unlocked) return { kind: 'locked' };
  const auth = {
    principal: { kind: 'share-link', id: link.id, name: link.name },
    via: 'share',
    organization: null,
    ...accessOf({ kind: 'share-link', store: link.store }),
    locked: link.filters,
    degraded: false,
  } as const;
  return { kind: 'authenticated', auth };
}

function isGood({ expiresAt, revokedAt }: ShareLink, now: number): boolean {
  return revokedAt === null && (expiresAt === null || now < expiresAt);
}
