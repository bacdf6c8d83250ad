import type { AuthContext } from '../auth-context.ts';

/** How long ago somebody may have signed in who does what cannot be undone, or sees a secret. */
const RECENT_MS = 10 * 60 * 1000;

/**
 * Whether somebody proved who they are a moment ago. An open session proves less: it may be on a laptop that was
 * left alone. Keys and bearer tokens never do, having nobody in front of them.
 *
 * @param now epoch ms
 */
export function signedInRecently({ via, authenticatedAt }: AuthContext, now: number): boolean {
  if (via === 'dev-bypass') return true;
  return via === 'session' && authenticatedAt !== undefined && now - authenticatedAt <= RECENT_MS;
}
