import { env } from 'cloudflare:workers';
import { z } from 'zod';
import { storesOf } from '#/features/access/organization-stores.server.ts';
import { requirePermission } from '#/features/auth/guard.server.ts';
import type { Denial } from '#/features/auth/person.ts';
import { listStores } from '#/features/stores/registry.server.ts';
import { withPageStatus } from '#/lib/page-status.server.ts';
import { type NotFound, notFound, orUnavailable } from '../console-page.server.ts';
import { invitationsTo } from '../memberships/invitation-rows.server.ts';
import { nameOf } from '../people/name-of.ts';
import { policyOf } from './policy.server.ts';
import type { ConnectionRow, DomainRow, MemberRow, OrganizationDetails } from './organizations.ts';

/** Members on the page; more are found under People. */
const MOST_MEMBERS = 100;

/** Everything about one organization. */
export async function organizationForOperators(id: string): Promise<OrganizationDetails | NotFound | Denial> {
  const guarded = await requirePermission('admin');
  if (!guarded.ok) return withPageStatus(guarded);
  return orUnavailable(() => detailsOf(id));
}

async function detailsOf(id: string): Promise<OrganizationDetails | NotFound> {
  const found = await env.DB.prepare('SELECT name FROM organization WHERE id = ? AND deleted_at IS NULL')
    .bind(id)
    .first<string>('name');
  if (found === null) return notFound();
  const [members, memberCount, invitations, domains, connections, directories, policy, owned, stores] =
    await Promise.all([
      membersOf(id),
      countMembers(id),
      invitationsTo(env.DB, { organization: id }),
      domainsOf(id),
      connectionsOf('connection', id),
      connectionsOf('directory', id),
      policyOf(env.DB, id),
      storesOf(env.DB, id),
      listStores(env.DB, 'all'),
    ]);
  const names = new Map(stores.map(({ slug, name }) => [slug, name]));
  return {
    ok: true,
    id,
    name: found,
    members,
    moreMembers: memberCount - members.length,
    invitations,
    domains,
    connections,
    directories,
    policy,
    stores: owned.stores.map((slug) => ({ slug, name: names.get(slug) ?? slug })),
    assignable: stores
      .filter(({ slug }) => !owned.stores.includes(slug))
      .map(({ slug, name }) => ({ slug, name })),
  };
}

const member = z
  .object({
    id: z.string(),
    user_id: z.string(),
    email: z.string().nullable(),
    first_name: z.string().nullable(),
    last_name: z.string().nullable(),
    role: z.string().nullable(),
    status: z.string(),
  })
  .transform(({ id, user_id, email, first_name, last_name, role, status }): MemberRow => ({
    membership: id,
    user: { id: user_id, email: email ?? user_id, name: nameOf(first_name, last_name) },
    role,
    status,
  }));

async function membersOf(id: string): Promise<readonly MemberRow[]> {
  const { results } = await env.DB.prepare(
    `SELECT m.id, m.user_id, u.email, u.first_name, u.last_name, m.role, m.status
     FROM membership m LEFT JOIN user u ON u.id = m.user_id
     WHERE m.organization_id = ? AND m.deleted_at IS NULL
     ORDER BY m.status <> 'active', lower(coalesce(u.email, m.user_id)) LIMIT ${MOST_MEMBERS}`,
  )
    .bind(id)
    .all();
  return results.map((stored) => member.parse(stored));
}

async function countMembers(id: string): Promise<number> {
  const counted = await env.DB.prepare(
    'SELECT count(*) AS total FROM membership WHERE organization_id = ? AND deleted_at IS NULL',
  )
    .bind(id)
    .first<number>('total');
  return counted ?? 0;
}

const domain = z.object({ id: z.string(), domain: z.string(), state: z.string() });

async function domainsOf(id: string): Promise<readonly DomainRow[]> {
  const { results } = await env.DB.prepare(
    `SELECT id, domain, state FROM organization_domain
     WHERE organization_id = ? AND deleted_at IS NULL ORDER BY domain, id`,
  )
    .bind(id)
    .all();
  return z.array(domain).parse(results);
}

const connection = z.object({ id: z.string(), name: z.string(), type: z.string(), state: z.string() });

async function connectionsOf(
  table: 'connection' | 'directory',
  id: string,
): Promise<readonly ConnectionRow[]> {
  const { results } = await env.DB.prepare(
    `SELECT id, name, type, state FROM ${table} WHERE organization_id = ? AND deleted_at IS NULL ORDER BY name, id`,
  )
    .bind(id)
    .all();
  return z.array(connection).parse(results);
}
