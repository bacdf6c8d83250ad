import type { AuthContext } from '@layerkick/auth/auth-context';
import { env } from 'cloudflare:workers';
import { readConfiguration } from '#/env.server.ts';
import { requireStore } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import { log } from '#/lib/log.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import type { Arrival, Install, InstallRefusal, Verified } from './install.ts';
import { fetchPage } from './verify/fetch-page.ts';
import { inspectPage } from './verify/inspect-page.ts';

/** The installation of a store, for somebody who manages it. */
export function installOfRequest(slug: string): Promise<Install> {
  return asManager(slug, async ({ store }) => ({
    ok: true as const,
    slug,
    origin: readConfiguration(env).APP_ORIGIN,
    domains: store.domains,
    lastEventAt: (await arrived(slug)).lastEventAt,
  }));
}

/** Looks at a page of the shop. */
export function verifyInRequest({ slug, address }: { slug: string; address: string }): Promise<Verified> {
  return asManager(slug, async ({ auth, store }) => {
    if (await isTooOften(`${auth.principal.id}:${slug}`)) return refusal('too_often');
    const page = await fetchPage(address, {
      domains: store.domains,
      allowThisMachine: LOCAL_BUILD,
      fetch: (url, init) => fetch(url, init),
    });
    if (!page.ok)
      return { ok: true as const, problem: page.code, ...(page.status ? { status: page.status } : {}) };
    const findings = inspectPage(page, { slug, origin: readConfiguration(env).APP_ORIGIN });
    return { ok: true as const, host: page.url.host, findings };
  });
}

/** Whether anything arrived since, to be asked again and again for a while. */
export function arrivalInRequest(slug: string): Promise<Arrival> {
  return asManager(slug, async () => ({ ok: true as const, ...(await arrived(slug)) }));
}

async function arrived(slug: string): Promise<{ lastEventAt: number | null; events: number }> {
  const { lastEventAt, events, pendingBatches } = await env.STORE_STATS.getByName(slug).status();
  return { lastEventAt, events: events + pendingBatches };
}

async function isTooOften(key: string): Promise<boolean> {
  try {
    return !(await env.VERIFY_LIMIT.limit({ key })).success;
  } catch {
    // A limiter that is down must not let pages be fetched without limit.
    return true;
  }
}

async function asManager<T>(
  slug: string,
  work: (manager: { readonly auth: AuthContext; readonly store: Store }) => Promise<T>,
): Promise<T | InstallRefusal | Denial> {
  const guarded = await requireStore(slug);
  if (!guarded.ok) return guarded;
  try {
    return await work(guarded);
  } catch (cause) {
    log.error('install_unavailable', { store: slug, cause: String(cause) });
    return refusal('failed');
  }
}

function refusal(code: InstallRefusal['code']): InstallRefusal {
  return { ok: false, code, requestId: requestId() };
}
