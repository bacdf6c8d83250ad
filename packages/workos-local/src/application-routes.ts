import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { signApplicationToken } from './access-token.ts';
import { unprocessable } from './page.ts';
import type { World } from './world.ts';

const creation = z.object({
  application_type: z.literal('m2m', 'only machine-to-machine applications are imitated'),
  name: z.string().min(1),
  description: z.string().nullish(),
  scopes: z.array(z.string()).nullish(),
  organization_id: z.string(),
});
const tokenRequest = z.object({
  grant_type: z.literal('client_credentials', 'unsupported_grant_type'),
  client_id: z.string(),
  client_secret: z.string(),
  scope: z.string().default(''),
});

/** `/connect/applications` and their secrets. */
export function applicationRoutes({ applications, records }: World): Hono {
  return new Hono()
    .get('/connect/applications', (context) =>
      context.json({
        object: 'list',
        data: applications.all(),
        list_metadata: { before: null, after: null },
      }),
    )
    .post('/connect/applications', async (context) => {
      const parsed = creation.safeParse(await context.req.json().catch(() => null));
      if (!parsed.success) return context.json(unprocessable(parsed.error), 422);
      const { name, description, scopes, organization_id } = parsed.data;
      if (!records.organizations.get(organization_id)) return notFound(context);
      const start = { name, description: description ?? null, scopes: scopes ?? [], organization_id };
      return context.json(applications.create(start), 201);
    })
    .get('/connect/applications/:id', (context) => {
      const application = applications.find(context.req.param('id'));
      return application ? context.json(application) : notFound(context);
    })
    .delete('/connect/applications/:id', (context) => {
      const application = applications.find(context.req.param('id'));
      if (!application) return notFound(context);
      applications.delete(application);
      return context.body(null, 204);
    })
    .post('/connect/applications/:id/client_secrets', (context) => {
      const application = applications.find(context.req.param('id'));
      return application ? context.json(applications.addSecret(application), 201) : notFound(context);
    })
    .delete('/connect/client_secrets/:id', (context) =>
      applications.deleteSecret(context.req.param('id')) ? context.body(null, 204) : notFound(context),
    );
}

/** `POST /oauth2/token` of the AuthKit domain: client credentials become a token of at most the application's scopes. */
export function applicationTokenRoutes(world: World): Hono {
  return new Hono().post('/oauth2/token', async (context) => {
    const parsed = tokenRequest.safeParse(await context.req.parseBody());
    if (!parsed.success) {
      const unsupported = parsed.error.issues.some(({ path }) => path[0] === 'grant_type');
      return context.json({ error: unsupported ? 'unsupported_grant_type' : 'invalid_request' }, 400);
    }
    const { client_id: clientId, client_secret: secret, scope } = parsed.data;
    const application = world.applications.authenticate(clientId, secret);
    if (!application) return context.json({ error: 'invalid_client' }, 401);

    const asked = scope.split(' ').filter(Boolean);
    if (asked.some((each) => !application.scopes.includes(each))) {
      return context.json({ error: 'invalid_scope' }, 400);
    }
    const scopes = asked.length === 0 ? application.scopes : asked;
    const seconds = world.settings.accessTokenSeconds;
    const subject = {
      issuer: world.url,
      clientId: application.client_id,
      organizationId: application.organization_id,
      scopes,
    };
    return context.json({
      access_token: await signApplicationToken(subject, world.now(), seconds),
      token_type: 'bearer',
      expires_in: seconds,
    });
  });
}

function notFound(context: Context): Response {
  return context.json({ code: 'not_found', message: 'No such application, secret or organization' }, 404);
}
