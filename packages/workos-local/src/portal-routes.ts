import { Hono } from 'hono';
import { z } from 'zod';
import { unprocessable } from './page.ts';
import type { PortalLink } from './portal-links.ts';
import { INTENTS, portalPage } from './portal-page.ts';
import { refusalPage } from './sign-in-page.ts';
import type { World } from './world.ts';

const linkRequest = z.object({
  organization: z.string().min(1),
  intent: z.enum(INTENTS),
  return_url: z.url().optional(),
  success_url: z.url().optional(),
});

/** `POST /portal/generate_link`. */
export function portalLinkRoutes({ url, records, portalLinks }: World): Hono {
  return new Hono().post('/portal/generate_link', async (context) => {
    const parsed = linkRequest.safeParse(await context.req.json().catch(() => null));
    if (!parsed.success) return context.json(unprocessable(parsed.error), 422);
    const { organization, intent, return_url: returnUrl = null } = parsed.data;
    if (!records.organizations.get(organization))
      return context.json({ code: 'not_found', message: 'No such organization' }, 404);
    const secret = portalLinks.issue({ organizationId: organization, intent, returnUrl });
    return context.json({ link: `${url}/portal/launch?secret=${secret}` });
  });
}

/** `/portal/launch?secret=…`: what a customer's IT admin does in the Admin Portal, in one step and without an IdP. */
export function portalPageRoutes(world: World): Hono {
  const path = '/portal/launch';
  return new Hono()
    .get(path, (context) => {
      const link = world.portalLinks.find(context.req.query('secret') ?? '');
      if (!link) return context.html(refusalPage(['This link is too old, or was never given out.']), 400);
      return context.html(portalPage(world, link));
    })
    .post(path, async (context) => {
      const secret = context.req.query('secret') ?? '';
      const link = world.portalLinks.find(secret);
      if (!link) return context.html(refusalPage(['This link is too old, or was never given out.']), 400);
      setUp(world, link, Object.fromEntries(await context.req.formData()));
      return context.redirect(`${path}?secret=${secret}`, 303);
    });
}

/** Doing it again changes nothing. */
function setUp(
  { records }: World,
  { organizationId, intent }: PortalLink,
  form: Record<string, unknown>,
): void {
  const organization = records.organizations.get(organizationId);
  if (!organization) return;
  const name = `${organization.name} (test)`;
  if (intent === 'sso' && records.connections.findBy('organization_id', organizationId).length === 0) {
    records.connections.insert({
      object: 'connection',
      organization_id: organizationId,
      connection_type: 'GenericSAML',
      name,
      state: 'active',
      domains: [],
    });
  }
  if (intent === 'dsync' && records.directories.findBy('organization_id', organizationId).length === 0) {
    records.directories.insert({
      object: 'directory',
      organization_id: organizationId,
      name,
      domain: null,
      type: 'generic scim v2.0',
      state: 'linked',
      external_key: null,
    });
  }
  if (intent === 'domain_verification') {
    const domain = records.organizationDomains.get(String(form['domain'] ?? ''));
    if (domain?.organization_id === organizationId && domain.state !== 'verified')
      records.organizationDomains.update(domain.id, { state: 'verified' });
  }
}
