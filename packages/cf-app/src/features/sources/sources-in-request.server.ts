import type { AuthContext } from '@layerkick/auth/auth-context';
import { env } from 'cloudflare:workers';
import { readConfiguration } from '#/env.server.ts';
import type { Change } from '#/features/access/audit-log.server.ts';
import { requireStore } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import { log } from '#/lib/log.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import { connectPlatform, mayChangeSources, mayManageSources, viewSources } from './manage-sources.server.ts';
import type { Platform } from './platform-name.ts';
import { replayDeliveries } from './replay.server.ts';
import { disconnectSource } from './sources.server.ts';
import type { Connected, Disconnected, Sources, SourcesRefusal, Tried } from './sources.ts';

/** The sources of a store, for somebody who manages it. */
export function sourcesOfRequest(slug: string): Promise<Sources> {
  return asManager(slug, mayManageSources, ({ auth }) =>
    viewSources(env.DB, slug, {
      appOrigin: readConfiguration(env).APP_ORIGIN,
      degraded: auth.degraded,
    }),
  );
}

/** Shows a secret or takes one. */
export function connectInRequest(source: {
  readonly slug: string;
  readonly platform: Platform;
  readonly secret?: string | undefined;
}): Promise<Connected> {
  const { slug, platform, secret } = source;
  return asManager(slug, mayChangeSources, ({ auth }) =>
    connectPlatform(env.DB, slug, { platform, secret }, changeBy(auth)),
  );
}

/** The platform's deliveries are refused from now on; what it told stays. */
export function disconnectInRequest(slug: string, platform: Platform): Promise<Disconnected> {
  return asManager(slug, mayChangeSources, async ({ auth }) => {
    await disconnectSource(env.DB, slug, platform, changeBy(auth));
    return { ok: true } as const;
  });
}

/** Tries deliveries again that are not counted. */
export function replayInRequest(slug: string): Promise<Tried> {
  return asManager(slug, mayChangeSources, async ({ store }) => ({
    ok: true as const,
    ...(await replayDeliveries(env, store)),
  }));
}

interface Manager {
  readonly auth: AuthContext;
  readonly store: Store;
}

async function asManager<T>(
  slug: string,
  may: typeof mayManageSources,
  work: (manager: Manager) => Promise<T>,
): Promise<T | SourcesRefusal | Denial> {
  const guarded = await requireStore(slug);
  if (!guarded.ok) return guarded;
  const allowed = may(guarded.auth);
  if (!allowed.ok) return { ...allowed, requestId: requestId() };
  try {
    return await work(guarded);
  } catch (cause) {
    log.error('sources_unavailable', { store: slug, cause: String(cause) });
    return { ok: false, code: 'failed', requestId: requestId() };
  }
}

function changeBy({ principal }: AuthContext): Change {
  return { actor: principal.id, requestId: requestId(), at: Date.now() };
}
