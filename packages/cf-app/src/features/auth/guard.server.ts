import { type AuthContext, maySeeStore, type Permission } from '@layerkick/auth/auth-context';
import { env } from 'cloudflare:workers';
import {
  homeOfRequest,
  organizationInRequest,
} from '#/features/organizations/organization-of-request.server.ts';
import { findStore } from '#/features/stores/registry.server.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import { log } from '#/lib/log.server.ts';
import { requestContext, requestId } from '#/lib/request-context.server.ts';
import { note } from '#/lib/trace.server.ts';
import { authenticateRequest } from './authenticate-request.server.ts';
import { LOGIN_PATH } from './paths.ts';
import { pageOfRequest } from './page-of-request.server.ts';
import type { Denial, Person } from './person.ts';

/** Anybody who is signed in. */
export async function requireSession(): Promise<{ ok: true; auth: AuthContext } | Denial> {
  const authentication = await authenticateRequest(requestContext().request);
  if (authentication.kind === 'authenticated') {
    const { auth } = authentication;
    // In an organization that is not theirs, nobody is anybody: the same where there is none of that name.
    return auth.outside === true ? forbiddenTo(auth) : { ok: true, auth };
  }
  const unavailable = authentication.kind === 'refused' && authentication.status === 503;
  return { ok: false, code: unavailable ? 'unavailable' : 'signed_out', requestId: requestId() };
}

/** Somebody who may do this, whichever store it is about. */
export async function requirePermission(
  permission: Permission,
): Promise<{ ok: true; auth: AuthContext } | Denial> {
  const session = await requireSession();
  if (!session.ok || session.auth.permissions.has(permission)) return session;
  return forbiddenTo(session.auth);
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
  const forbidden = forbiddenTo(auth);
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

/** The same for a store that does not exist and one that may not be seen. */
export function forbiddenTo(auth: AuthContext): Extract<Denial, { code: 'forbidden' }> {
  const { withheld } = auth;
  return {
    ok: false,
    code: 'forbidden',
    requestId: requestId(),
    person: personOf(auth),
    home: `${auth.outside === true ? homeOfRequest() : (organizationInRequest()?.prefix ?? '')}/`,
    ...(withheld === undefined ? {} : { ssoSignIn: signInTo(withheld.organizationId) }),
  };
}

function signInTo(organizationId: string): string {
  const query = new URLSearchParams({ organization_id: organizationId, return_to: pageOfRequest() });
  return `${LOGIN_PATH}?${query}`;
}

export function personOf({ principal }: AuthContext): Person {
  return { id: principal.id, email: principal.email ?? null, name: principal.name ?? null };
}
