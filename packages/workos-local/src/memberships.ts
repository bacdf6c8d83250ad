import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { formatMembership, type Records } from './emulator.ts';
import { cursorOf, pageParameters, unprocessable } from './page.ts';
import type { World } from './world.ts';

type MembershipRecord = NonNullable<ReturnType<Records['organizationMemberships']['get']>>;

const status = z.enum(['active', 'inactive', 'pending']);
const listRequest = z
  .object({
    user_id: z.string().optional(),
    organization_id: z.string().optional(),
    statuses: z
      .string()
      .default('active')
      .transform((value) => value.split(','))
      .pipe(z.array(status)),
    ...pageParameters,
  })
  .refine((query) => query.user_id !== undefined || query.organization_id !== undefined, {
    error: 'user_id or organization_id is required',
  });
const createRequest = z.object({
  user_id: z.string(),
  organization_id: z.string(),
  role_slug: z.string().default('member'),
});

/**
 * What the emulator gets wrong about memberships: its list ignores `statuses` and shows ended memberships, and it
 * keeps somebody from joining again or from being deactivated or reactivated twice.
 */
export function membershipRoutes({ records }: World): Hono {
  const path = '/user_management/organization_memberships';
  return new Hono()
    .get(path, (context) => {
      const parsed = listRequest.safeParse(context.req.query());
      if (!parsed.success) return context.json(unprocessable(parsed.error), 422);
      const { user_id: userId, organization_id: organizationId, statuses, order = 'desc' } = parsed.data;
      const { data, list_metadata } = records.organizationMemberships.list({
        ...cursorOf(parsed.data),
        order,
        filter: (each) =>
          statuses.includes(each.status) &&
          (userId === undefined || each.user_id === userId) &&
          (organizationId === undefined || each.organization_id === organizationId),
      });
      return context.json({ object: 'list', data: data.map(formatMembership), list_metadata });
    })
    .post(path, async (context) => {
      const parsed = createRequest.safeParse(await context.req.json().catch(() => null));
      if (!parsed.success) return context.json(unprocessable(parsed.error), 422);
      const { user_id: userId, organization_id: organizationId, role_slug: role } = parsed.data;
      const organization = records.organizations.get(organizationId);
      if (!organization || !records.users.get(userId)) return notFound(context);
      const existing = records.organizationMemberships
        .findBy('user_id', userId)
        .find((each) => each.organization_id === organizationId);
      if (existing && existing.status !== 'inactive') {
        return context.json({ code: 'conflict', message: 'The user is a member already.' }, 409);
      }
      return context.json(formatMembership(joinOrganization(records, userId, organization, role)), 201);
    })
    .put(`${path}/:id/deactivate`, (context) => {
      const membership = records.organizationMemberships.get(context.req.param('id'));
      if (!membership) return notFound(context);
      if (membership.status === 'pending') {
        return context.json(
          { code: 'unprocessable_entity', message: 'A pending membership is deleted instead.' },
          422,
        );
      }
      return context.json(formatMembership(changed(records, membership, 'inactive')));
    })
    .put(`${path}/:id/reactivate`, (context) => {
      const membership = records.organizationMemberships.get(context.req.param('id'));
      if (!membership) return notFound(context);
      return context.json(formatMembership(changed(records, membership, 'active')));
    });
}

function changed(
  records: Records,
  membership: MembershipRecord,
  to: 'active' | 'inactive',
): MembershipRecord {
  if (membership.status === to) return membership;
  return records.organizationMemberships.update(membership.id, { status: to }) ?? membership;
}

/** Makes somebody a member, or again the member that they were. */
export function joinOrganization(
  records: Records,
  userId: string,
  organization: { id: string; name: string },
  role: string,
) {
  const active = { role: { slug: role }, status: 'active' as const };
  const former = records.organizationMemberships
    .findBy('user_id', userId)
    .find((each) => each.organization_id === organization.id);
  const renewed = former && records.organizationMemberships.update(former.id, active);
  if (renewed) return renewed;
  const membership = {
    ...active,
    object: 'organization_membership' as const,
    user_id: userId,
    organization_id: organization.id,
    organization_name: organization.name,
    external_id: null,
    metadata: {},
  };
  return records.organizationMemberships.insert(membership);
}

function notFound(context: Context): Response {
  return context.json({ code: 'not_found', message: 'No such membership, user or organization' }, 404);
}
