import type { AuthContext } from '@layerkick/auth/auth-context';
import { originOfOurPages } from '../../features/organizations/organization-of-request.server.ts';
import { type CurrentRequest, requestContext } from '../../lib/request-context.server.ts';

/**
 * Whether a request that changes something may do so. A browser sends the session's cookie along for whichever page
 * makes it ask; who else sends a credential chose to. Browsers name the asking page with every write.
 */
export function mayChange({ via }: AuthContext, current: CurrentRequest = requestContext()): boolean {
  if (via === 'bearer' || via === 'api-key') return true;
  return current.request.headers.get('origin') === originOfOurPages(current);
}
