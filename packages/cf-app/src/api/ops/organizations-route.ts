import { storeSlugs } from '@layerkick/client/schemas/access';
import { Hono } from 'hono';
import { z } from 'zod';
import { assignStores, storesOf, unassignStores } from '../../features/access/organization-stores.server.ts';
import { nameOrganization, organizationSlug } from '../../features/organizations/organization-slug.server.ts';
import { problemResponse } from '../problem.ts';
import { operatorChange } from './change.ts';
import { parseBody, parseFields } from './parse-body.ts';

/** Which stores an organization owns, for operators. Every answer is `{ organization, stores }`. */
export const organizationsRoute = new Hono<{ Bindings: Env }>();

export const organizationId = z
  .string()
  .regex(/^org_[A-Za-z0-9]{1,64}$/, 'not a WorkOS organization id such as org_01HZX…');
const params = z.object({ organization: organizationId });
const named = z.strictObject({ stores: storeSlugs });
const queried = z.object({ store: storeSlugs });

organizationsRoute.get('/:organization', async (c) => {
  const given = parseFields(c.req.param(), params);
  return given.ok ? c.json(await storesOf(c.env.DB, given.value.organization)) : given.response;
});

/** `{ stores }` are added to what it owns. */
organizationsRoute.put('/:organization', async (c) => {
  const given = parseFields(c.req.param(), params);
  if (!given.ok) return given.response;
  const body = await parseBody(c.req.raw, named);
  if (!body.ok) return body.response;

  const assigned = await assignStores(
    c.env.DB,
    given.value.organization,
    body.value.stores,
    operatorChange(),
  );
  if (assigned.ok) return c.json(assigned.owned);
  return problemResponse({
    status: 404,
    code: assigned.code,
    title: `There is no store ${assigned.unknown.join(', ')}`,
    detail: 'Nothing was assigned.',
    errors: assigned.unknown.map((slug) => ({ field: 'stores', message: `no store ${slug}` })),
  });
});

const slugged = z.strictObject({ slug: organizationSlug });

/** `{ slug }`: how it is named in addresses. Answers `{ organization, slug }`. */
organizationsRoute.put('/:organization/slug', async (c) => {
  const given = parseFields(c.req.param(), params);
  if (!given.ok) return given.response;
  const body = await parseBody(c.req.raw, slugged);
  if (!body.ok) return body.response;
  const { organization } = given.value;
  const outcome = await nameOrganization(c.env.DB, organization, body.value.slug, operatorChange());
  if (outcome.ok) return c.json({ organization, slug: outcome.slug });
  return problemResponse({
    status: 409,
    code: outcome.code,
    title: `Another organization is called ${body.value.slug}`,
    errors: [{ field: 'slug', message: 'taken' }],
  });
});

/** `?store=a&store=b` are taken away. */
organizationsRoute.delete('/:organization', async (c) => {
  const given = parseFields(c.req.param(), params);
  if (!given.ok) return given.response;
  const query = parseFields(c.req.queries(), queried);
  if (!query.ok) return query.response;
  return c.json(
    await unassignStores(c.env.DB, given.value.organization, query.value.store, operatorChange()),
  );
});
