import { env } from 'cloudflare:workers';
import { requirePermission } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import { organizationNames } from '../organizations/organization-names.server.ts';
import type { TableSearch } from '../table/table-search.ts';
import type { PeoplePage } from './people.ts';
import { peoplePage } from './people-rows.server.ts';

/** The people that a search finds, one page of them. */
export async function peopleForOperators(search: TableSearch): Promise<PeoplePage | Denial> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return withPageStatus(guarded);
  const [page, organizations] = await Promise.all([peoplePage(env.DB, search), organizationNames(env.DB)]);
  return { ok: true, ...page, organizations };
}
