import type { AuthContext } from '@layerkick/auth/auth-context';
import { env } from 'cloudflare:workers';
import { listStores } from '#/features/stores/registry.server.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import { log } from '#/lib/log.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import { requestId } from '#/lib/request-context.server.ts';
import { getUserStores } from '#/lib/workos-session.ts';
import { forbiddenTo, personOf, requireSession, requireStore } from './guard.server.ts';
import type { Denial, SignedIn, VisibleStore } from './person.ts';

export async function signedInPerson(): Promise<SignedIn | Denial> {
  const session = await requireSession();
  return withPageStatus(session.ok ? await describe(session.auth) : session);
}

export async function signedInPersonAt(slug: string): Promise<(SignedIn & { store: VisibleStore }) | Denial> {
  const guarded = await requireStore(slug);
  if (!guarded.ok) return withPageStatus(guarded);
  const signedIn = await describe(guarded.auth);
  return withPageStatus(signedIn.ok ? { ...signedIn, store: visible(guarded.store) } : signedIn);
}

async function describe(auth: AuthContext): Promise<SignedIn | Denial> {
  try {
    const stores = await listStores(env.DB, await getUserStores());
    // Not "no store": there are some, behind the organization's own way of signing in.
    if (stores.length === 0 && auth.withheld !== undefined) return forbiddenTo(auth);
    return {
      ok: true,
      person: personOf(auth),
      stores: stores.map(visible),
      devBypass: auth.via === 'dev-bypass',
      degraded: auth.degraded,
      requestId: requestId(),
    };
  } catch (cause) {
    log.error('store_registry_unavailable', { cause: String(cause) });
    return { ok: false, code: 'unavailable', requestId: requestId() };
  }
}

function visible({ slug, name, timeZone, currency }: Store): VisibleStore {
  return { slug, name, timeZone, currency };
}
