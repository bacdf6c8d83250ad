import { type AuthContext, maySeeStore, type Permission } from './auth-context.ts';
import { mayWrite } from './resilience/may-write.ts';
import { signedInRecently } from './session/recent-sign-in.ts';

/** What it takes to do something, as it is declared of everything that can be asked for. */
export interface Requirement {
  /** `anyone`: signed in or not. `signed-in`: whoever can say who they are. */
  readonly permission: 'anyone' | 'signed-in' | Permission;
  /** The field of the input that names the store that it is about, which one must see. */
  readonly store?: string;
  /** Changes something, so that it waits while the identity provider cannot say whether a session is still good. */
  readonly write?: true;
  /** Cannot be undone or shows a secret: one signed in within the last minutes. */
  readonly recentSignIn?: true;
}

/** Why somebody who is known may not do something. A store that one may not see and one that is not are one reason. */
export type Unmet = 'permission' | 'store' | 'degraded' | 'recent-sign-in';

/**
 * The first thing that somebody lacks for something; null where they may. The one place that decides it.
 *
 * @param slug the store that it is about, as named in the input; null where the input names none
 * @param now epoch ms
 */
export function unmetBy(
  auth: AuthContext,
  { permission, store, write, recentSignIn }: Requirement,
  slug: string | null,
  now: number,
): Unmet | null {
  if (permission === 'anyone') return null;
  if (auth.outside === true) return 'permission';
  if (permission !== 'signed-in' && !auth.permissions.has(permission)) return 'permission';
  if (store !== undefined && slug !== null && !maySeeStore(auth.stores, slug)) return 'store';
  const changes = write === true || recentSignIn === true;
  if (changes && !mayWrite(auth).ok) return 'degraded';
  return recentSignIn === true && !signedInRecently(auth, now) ? 'recent-sign-in' : null;
}
