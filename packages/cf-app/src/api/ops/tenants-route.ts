import { AdministrationError } from '@layerkick/auth/workos/administration';
import { PORTAL_INTENTS } from '@layerkick/auth/workos/portal-intent';
import { storeSlug } from '@layerkick/stats/store';
import { Hono } from 'hono';
import { z } from 'zod';
import { readConfiguration } from '../../env.server.ts';
import { NotWorkOSError } from '../../features/admin/at-workos.server.ts';
import { portalLinkOf } from '../../features/admin/organizations/organization-changes.server.ts';
import { policyOf, writePolicy } from '../../features/admin/organizations/policy.server.ts';
import { provisionInvitation } from '../../features/admin/organizations/provision-invitation.server.ts';
import { provisionOrganization } from '../../features/admin/organizations/provision.server.ts';
import { ROLES } from '../../features/admin/memberships/roles.ts';
import { mirrored } from '../../features/mirror/mirrored.server.ts';
import { organizationBySlug } from '../../features/organizations/organization-slug.server.ts';
import { problemResponse } from '../problem.ts';
import { operatorChange } from './change.ts';
import { organizationId } from './organizations-route.ts';
import { parseBody, parseFields } from './parse-body.ts';

/** Customers and who is on trial, for operators: their organization, invitations, and what their IT admin needs. */
export const tenantsRoute = new Hono<{ Bindings: Env }>();

tenantsRoute.onError((error) => {
  if (error instanceof NotWorkOSError) {
    return problemResponse({
      status: 409,
      code: error.code,
      title: 'Somebody else than WorkOS keeps the accounts of this deployment',
    });
  }
  if (!(error instanceof AdministrationError)) throw error;
  const refused = error.code === 'workos_refused';
  return problemResponse({
    status: refused ? 409 : 503,
    code: error.code,
    title: refused ? 'WorkOS refuses that' : 'WorkOS does not answer as it should; try again',
    ...(error.reason === null ? {} : { detail: error.reason }),
  });
});

const tenant = z.strictObject({
  slug: storeSlug,
  name: z.string().trim().min(1).max(200),
  organization: organizationId.optional(),
});

const REFUSED = {
  organization_unknown: [404, 'There is no such organization here; `mirror compare` asks WorkOS for all'],
  slug_taken: [409, 'Another organization has this slug'],
  organization_has_slug: [409, 'The organization has another slug'],
} as const;

/** `{ slug, name, organization? }`; answers `{ organization, created }`. Again it is the same one. */
tenantsRoute.post('/', async (c) => {
  const body = await parseBody(c.req.raw, tenant);
  if (!body.ok) return body.response;
  const { slug, name, organization = null } = body.value;
  const made = await provisionOrganization(slug, name, organization, operatorChange());
  if (made.ok) return c.json({ organization: made.id, created: made.created }, made.created ? 201 : 200);
  const [status, title] = REFUSED[made.code];
  return problemResponse({ status, code: made.code, title });
});

const params = z.object({ organization: organizationId });
const invitation = z.strictObject({ email: z.email().max(320).toLowerCase(), role: z.enum(ROLES) });

/** `{ email, role }`; answers `{ state: 'member' | 'waiting' | 'sent' }`. */
tenantsRoute.post('/:organization/invitations', async (c) => {
  const given = parseFields(c.req.param(), params);
  if (!given.ok) return given.response;
  const body = await parseBody(c.req.raw, invitation);
  if (!body.ok) return body.response;
  const { organization } = given.value;
  if ((await mirrored(c.env.DB, 'organization', organization)) === null) return unknown();
  return c.json({ state: await provisionInvitation({ organization, ...body.value }, operatorChange()) });
});

const portal = z.strictObject({ intent: z.enum(PORTAL_INTENTS) });

/** `{ intent }`; answers `{ link }` for the customer's IT admin, good for five minutes. */
tenantsRoute.post('/:organization/portal-link', async (c) => {
  const given = parseFields(c.req.param(), params);
  if (!given.ok) return given.response;
  const body = await parseBody(c.req.raw, portal);
  if (!body.ok) return body.response;
  const { organization } = given.value;
  if ((await mirrored(c.env.DB, 'organization', organization)) === null) return unknown();
  const returnTo = `${readConfiguration(c.env).APP_ORIGIN}/`;
  return c.json({ link: await portalLinkOf(organization, body.value.intent, returnTo, operatorChange()) });
});

const policy = z.strictObject({ requireSso: z.boolean() });

/** `{ requireSso }`; answers `{ requireSso, active }`: whether there is an active connection, so that it takes effect. */
tenantsRoute.put('/:organization/policy', async (c) => {
  const given = parseFields(c.req.param(), params);
  if (!given.ok) return given.response;
  const body = await parseBody(c.req.raw, policy);
  if (!body.ok) return body.response;
  const { organization } = given.value;
  if ((await mirrored(c.env.DB, 'organization', organization)) === null) return unknown();
  const { requireSso } = body.value;
  const before = await policyOf(c.env.DB, organization);
  if (before.requireSso !== requireSso) {
    await writePolicy(c.env.DB, organization, before, { ...before, requireSso }, operatorChange());
  }
  const active = await c.env.DB.prepare(
    `SELECT 1 FROM connection WHERE organization_id = ? AND state = 'active' AND deleted_at IS NULL`,
  )
    .bind(organization)
    .first();
  return c.json({ requireSso, active: active !== null });
});

/** `{ organization }` of a slug. */
tenantsRoute.get('/:slug', async (c) => {
  const given = parseFields(c.req.param(), z.object({ slug: storeSlug }));
  if (!given.ok) return given.response;
  const organization = await organizationBySlug(c.env.DB, given.value.slug);
  return organization === null ? unknown() : c.json({ organization });
});

function unknown(): Response {
  const [status, title] = REFUSED.organization_unknown;
  return problemResponse({ status, code: 'organization_unknown', title });
}
