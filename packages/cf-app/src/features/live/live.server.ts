import type { LiveState } from '@layerkick/stats/live';
import { env } from 'cloudflare:workers';
import { requireStore } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { log } from '#/lib/log.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import { requestId } from '#/lib/request-context.server.ts';

export type Live = { readonly ok: true; readonly state: LiveState } | Denial;

/** What goes on in a store, for the person in this request. */
export async function liveOf(slug: string): Promise<Live> {
  const guarded = await requireStore(slug);
  if (!guarded.ok) return guarded;
  const { slug: name, timeZone, currency } = guarded.store;
  try {
    const state = await env.STORE_STATS.getByName(name).live({ slug: name, timeZone, currency });
    return { ok: true, state };
  } catch (cause) {
    log.error('live_failed', { store: name, cause: String(cause) });
    return withPageStatus({ ok: false, code: 'unavailable', requestId: requestId() });
  }
}
