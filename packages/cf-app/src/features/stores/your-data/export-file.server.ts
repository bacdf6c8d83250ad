import type { AuthContext } from '@layerkick/auth/auth-context';
import { env } from 'cloudflare:workers';
import { problemResponse } from '#/api/problem.ts';
import { changeInRequest } from '#/features/access/change-in-request.server.ts';
import { requirePermission, requireStore } from '#/features/auth/guard.server.ts';
import { log } from '#/lib/log.server.ts';
import { requestContext } from '#/lib/request-context.server.ts';
import { exportFormat, exportOf } from '../export.server.ts';
import { findStore } from '../registry.server.ts';
import type { Store } from '../store.schema.ts';

/** `/admin/export/{slug}?format=`: everything a store was told, for operators. */
export async function exportForOperators(slug: string): Promise<Response> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return refused(guarded.code);
  const store = await findStore(env.DB, slug);
  if (store === null)
    return problemResponse({ status: 404, code: 'store_unknown', title: 'There is no such store' });
  return exportFile(guarded.auth, store, 'console');
}

/** `/settings/export/{slug}?format=`: the same for whoever manages the store. */
export async function exportForManagers(slug: string): Promise<Response> {
  const guarded = await requireStore(slug);
  if (!guarded.ok) return refused(guarded.code);
  if (!guarded.auth.permissions.has('store:manage')) return refused('forbidden');
  return exportFile(guarded.auth, guarded.store, 'settings');
}

async function exportFile(auth: AuthContext, store: Store, via: 'console' | 'settings'): Promise<Response> {
  const { searchParams } = new URL(requestContext().request.url);
  const format = exportFormat.safeParse(searchParams.get('format') ?? 'sqlite');
  if (!format.success) {
    const errors = [{ field: 'format', message: 'is sqlite or ndjson' }];
    return problemResponse({ status: 400, code: 'fields_invalid', title: 'Some fields are wrong', errors });
  }
  try {
    return await exportOf(env, store, format.data, changeInRequest(auth.principal.id, via));
  } catch (cause) {
    log.error('store_export_failed', { store: store.slug, cause: String(cause) });
    return refused('unavailable');
  }
}

function refused(code: 'signed_out' | 'unavailable' | 'forbidden'): Response {
  const status = { signed_out: 401, unavailable: 503, forbidden: 403 }[code];
  const title = {
    signed_out: 'Sign in first',
    unavailable: 'The export cannot be made right now',
    forbidden: 'The export is for people who manage this store',
  }[code];
  return problemResponse({ status, code, title });
}
