import { env } from 'cloudflare:workers';
import { requirePermission } from '#/features/auth/guard.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import { organizationNames } from '../organizations/organization-names.server.ts';
import type { Choices } from './stores.ts';

/** The organizations that a new store can be given to. */
export async function choicesForOperators(): Promise<Choices> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return withPageStatus(guarded);
  return { ok: true, organizations: await organizationNames(env.DB) };
}
