import { unmetBy } from '@layerkick/auth/requirement';
import { setResponseStatus } from '@tanstack/react-start/server';
import { withPageStatus } from '#/lib/page-status.server.ts';
import { routeAt } from './declared/route-at.ts';
import { requireSession } from './guard.server.ts';

/**
 * Gives a page the status that its route's declaration means for whoever opens it: 403 or 503. The page says why, and
 * sends who is not signed in to do that; what it shows comes from server functions, which are guarded by themselves.
 */
export async function statusOfPage(pathname: string): Promise<void> {
  const route = routeAt(pathname);
  if (route === null || route.requirement.permission === 'anyone') return;
  const session = await requireSession();
  if (!session.ok) withPageStatus(session);
  else if (unmetBy(session.auth, route.requirement, route.slug, Date.now()) !== null) setResponseStatus(403);
}
