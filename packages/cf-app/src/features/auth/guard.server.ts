import { type AuthContext, maySeeStore, type Permission } from '@layerkick/auth/auth-context';
import { env } from 'cloudflare:workers';
import { findStore } from '#/features/stores/registry.server.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import { log } from '#/lib/log.server.ts';
import { requestContext, requestId } from '#/lib/request-context.server.ts';
import { note } from '#/lib/trace.server.ts';
import { authenticateRequest } from './authenticate-request.server.ts';
import type { Denial, Person } from './person.ts';

/** Anybody who is signed in. */
export async function requireSession(): Promise<{ ok: true; auth: AuthContext } | Denial> {
  const authentication = await authenticateRequest(requestContext().request);
  if (authentication.kind === 'authenticated') return { ok: true, auth: authentication.auth };
  const unavailable = authentication.kind === 'refused' && authentication.status === 503;
  return { ok: false, code: unavailable ? 'unavailable' : 'signed_out', requestId: requestId() };
}

/** Somebody who may do this, whichever store it is about. */
export async function requirePermission(
  permission: Permission,
): Promise<{ ok: true; auth: AuthContext } | Denial> {
  const session = await requireSession();
  if (!session.ok || session.auth.permissions.has(permission)) return session;
  return { ok: false, code: 'forbidden', requestId: requestId(), person: personOf(session.auth) };
}

/**
 * Somebody who may see this store. Every server function that shows something of a store begins with it.
 *
 * `slug` may be any string. A slug that may not be seen is never looked up, so that neither the answer nor its
 * timing tells whether the store exists.
 */
export async function requireStore(
  slug: string,
): Promise<{ ok: true; auth: AuthContext; store: Store } | Denial> {
  const session = await requireSession();
  if (!session.ok) return session;
  const { auth } = session;
  const forbidden = { ok: false, code: 'forbidden', requestId: requestId(), person: personOf(auth) } as const;
  if (!maySeeStore(auth.stores, slug)) return forbidden;
  try {
    const store = await findStore(env.DB, slug);
    if (store === null) return forbidden;
    note({ store: store.slug });
    return { ok: true, auth, store };
  } catch (cause) {
    log.error('store_registry_unavailable', { cause: String(cause) });
    return { ok: false, code: 'unavailable', requestId: requestId() };
  }
}

export function personOf({ principal }: AuthContext): Person {
  return { id: principal.id, email: principal.email ?? null, name: principal.name ?? null };
}
