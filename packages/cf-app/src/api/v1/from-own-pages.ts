import type { AuthContext } from '@layerkick/auth/auth-context';

/**
 * Whether a request that changes something may do so. A browser sends the session's cookie along for whichever page
 * makes it ask; who else sends a credential chose to. Browsers name the asking page with every write.
 */
export function mayChange(headers: Headers, { via }: AuthContext, ownOrigin: string): boolean {
  if (via === 'bearer' || via === 'api-key') return true;
  return headers.get('origin') === ownOrigin;
}
