import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { ApiKey, ApiKeyOwner } from './api-keys.ts';
import { standingIn } from './directory.ts';
import { pageParameters, unprocessable } from './page.ts';
import type { World } from './world.ts';

const creation = z.object({
  name: z.string().min(1),
  permissions: z.array(z.string()).default([]),
  expires_at: z.iso.datetime().nullish(),
});
const userCreation = creation.extend({ organization_id: z.string() });
const validation = z.object({ value: z.string() });
const page = z.object(pageParameters);

/** API keys of organizations and of people in them. (The emulator validates none and lists everybody's.) */
export function apiKeyRoutes({ apiKeys, records }: World): Hono {
  const ofOrganization = '/organizations/:id/api_keys';
  const ofUser = '/user_management/users/:id/api_keys';

  const list = (context: Context, owner: ApiKeyOwner) => {
    const parsed = page.safeParse(context.req.query());
    if (!parsed.success) return context.json(unprocessable(parsed.error), 422);
    return context.json(pageOf(apiKeys.of(owner), parsed.data));
  };
  const create = (context: Context, owner: ApiKeyOwner, request: z.output<typeof creation>) => {
    const { name, permissions, expires_at: expiresAt } = request;
    const unknown = permissions.find((slug) => !records.permissions.findOneBy('slug', slug));
    if (unknown !== undefined) {
      return context.json(
        { code: 'unprocessable_entity', message: `Permission ${unknown} does not exist` },
        422,
      );
    }
    return context.json(apiKeys.create({ owner, name, permissions, expires_at: expiresAt ?? null }), 201);
  };

  return new Hono()
    .post('/api_keys/validations', async (context) => {
      const parsed = validation.safeParse(await context.req.json().catch(() => null));
      if (!parsed.success) return context.json(unprocessable(parsed.error), 422);
      return context.json({ api_key: apiKeys.validate(parsed.data.value) });
    })
    .delete('/api_keys/:id', (context) =>
      apiKeys.delete(context.req.param('id')) ? context.body(null, 204) : notFound(context),
    )
    .get(ofOrganization, (context) => {
      const id = context.req.param('id');
      return records.organizations.get(id) ? list(context, { type: 'organization', id }) : notFound(context);
    })
    .post(ofOrganization, async (context) => {
      const id = context.req.param('id');
      if (!records.organizations.get(id)) return notFound(context);
      const parsed = creation.safeParse(await context.req.json().catch(() => null));
      if (!parsed.success) return context.json(unprocessable(parsed.error), 422);
      return create(context, { type: 'organization', id }, parsed.data);
    })
    .get(ofUser, (context) => {
      const id = context.req.param('id');
      if (!records.users.get(id)) return notFound(context);
      return list(context, { type: 'user', id, organization_id: '' });
    })
    .post(ofUser, async (context) => {
      const id = context.req.param('id');
      const parsed = userCreation.safeParse(await context.req.json().catch(() => null));
      if (!parsed.success) return context.json(unprocessable(parsed.error), 422);
      const { organization_id: organizationId } = parsed.data;
      if (!standingIn(records, id, organizationId)) {
        return context.json({ code: 'unprocessable_entity', message: 'The user is no active member' }, 422);
      }
      return create(context, { type: 'user', id, organization_id: organizationId }, parsed.data);
    });
}

function pageOf(keys: readonly ApiKey[], { limit, after }: z.output<typeof page>) {
  const start = after === undefined ? 0 : keys.findIndex(({ id }) => id === after) + 1;
  const data = keys.slice(start, start + limit);
  const more = start + limit < keys.length;
  return {
    object: 'list',
    data,
    list_metadata: { before: null, after: more ? (data.at(-1)?.id ?? null) : null },
  };
}

function notFound(context: Context): Response {
  return context.json({ code: 'not_found', message: 'No such key, organization or user' }, 404);
}
