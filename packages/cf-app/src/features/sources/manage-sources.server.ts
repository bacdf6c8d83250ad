import type { AuthContext } from '@layerkick/auth/auth-context';
import { mayWrite } from '@layerkick/auth/resilience/may-write';
import type { Change } from '../access/audit-log.server.ts';
import { listDeliveries } from './deliveries.server.ts';
import { type Platform, PLATFORMS } from './platform-name.ts';
import type { SourcesRefusal, SourcesView } from './sources.ts';
import { connectSource, listSources, newSecret } from './sources.server.ts';

const SHOWN = 20;

type Refused = { readonly ok: false; readonly code: SourcesRefusal['code'] };

/** Whether somebody who may see a store may look at its sources. */
export function mayManageSources({ permissions }: AuthContext): { readonly ok: true } | Refused {
  return permissions.has('store:manage') ? { ok: true } : { ok: false, code: 'not_allowed' };
}

/** The same for changing them, which waits until WorkOS can be asked. */
export function mayChangeSources(auth: AuthContext): { readonly ok: true } | Refused {
  const managed = mayManageSources(auth);
  if (!managed.ok) return managed;
  return mayWrite(auth).ok ? { ok: true } : { ok: false, code: 'degraded' };
}

/** Every platform, whether it is connected, and what was delivered last. No secrets, and nothing of the content. */
export async function viewSources(
  db: D1Database,
  slug: string,
  { appOrigin, degraded }: { readonly appOrigin: string; readonly degraded: boolean },
): Promise<SourcesView> {
  const [connected, deliveries] = await Promise.all([listSources(db, slug), listDeliveries(db, slug, SHOWN)]);
  return {
    ok: true,
    slug,
    degraded,
    sources: PLATFORMS.map((platform) => ({
      platform,
      url: `${appOrigin}/api/webhooks/${platform}/${slug}`,
      connectedAt: connected.find((source) => source.platform === platform)?.createdAt ?? null,
    })),
    deliveries: deliveries.map(({ content: _content, ...delivery }) => delivery),
  };
}

/** Connects a platform, or gives it another secret: the one that it names, or else a new one, which is told this once. */
export async function connectPlatform(
  db: D1Database,
  slug: string,
  { platform, secret }: { readonly platform: Platform; readonly secret: string | undefined },
  change: Change,
): Promise<{ readonly ok: true; readonly secret: string | null }> {
  const made = secret === undefined ? newSecret() : null;
  await connectSource(db, slug, { platform, secret: made ?? secret ?? '' }, change);
  return { ok: true, secret: made };
}
