import { WATCH_HEADER, watch } from '@layerkick/stats/live/watch';
import { Hono } from 'hono';
import { requireStore } from '../../features/auth/guard.server.ts';
import { originOfOurPages } from '../../features/organizations/organization-of-request.server.ts';
import { problemResponse } from '../problem.ts';

/** How long a socket may stay open until the person has to be let in anew: whoever lost a store is out by then. */
const WATCH_MS = 10 * 60_000;

/** `GET /api/live/{slug}`: a socket that tells what goes on in a store, for our own pages. */
export const live = new Hono<{ Bindings: Env }>();

live.get('/:slug', async (c) => {
  if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket') {
    const problem = { status: 426, code: 'upgrade_required', title: 'Open it as a WebSocket' };
    return problemResponse(problem, { Upgrade: 'websocket' });
  }
  // Browsers send cookies along with sockets that another site opens, and let it listen.
  if (c.req.header('Origin') !== originOfOurPages()) {
    return problemResponse({ status: 403, code: 'origin_forbidden', title: 'Not one of our pages' });
  }
  const topic = watch.shape.topic.safeParse(c.req.query('topic') ?? 'count');
  if (!topic.success) {
    return problemResponse({ status: 400, code: 'invalid', title: 'topic is not one of: count, all' });
  }
  const guarded = await requireStore(c.req.param('slug'));
  if (!guarded.ok) return problemResponse(REFUSED[guarded.code]);
  const { auth, store } = guarded;
  if (!auth.permissions.has('stats:read')) return problemResponse(REFUSED.forbidden);

  const { slug, timeZone, currency } = store;
  const asked = watch.parse({
    store: { slug, timeZone, currency },
    topic: topic.data,
    session: auth.sessionId ?? null,
    until: Date.now() + WATCH_MS,
  });
  return c.env.STORE_STATS.getByName(slug).fetch(c.req.url, {
    headers: { Upgrade: 'websocket', [WATCH_HEADER]: JSON.stringify(asked) },
  });
});

const REFUSED = {
  signed_out: { status: 401, code: 'unauthenticated', title: 'Sign in first' },
  forbidden: { status: 403, code: 'store_forbidden', title: 'You do not have access to this store' },
  unavailable: { status: 503, code: 'unavailable', title: 'It cannot be told right now who you are' },
} as const;
