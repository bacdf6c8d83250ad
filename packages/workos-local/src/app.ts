import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { API_KEY, CLIENT_ID } from './accounts.ts';
import { apiKeyRoutes } from './api-key-routes.ts';
import { applicationRoutes, applicationTokenRoutes } from './application-routes.ts';
import { authenticateRoutes } from './authenticate.ts';
import { authorizeRoutes } from './authorize.ts';
import { eventRoutes } from './events.ts';
import { idempotentPosts } from './idempotent-posts.ts';
import { invitationPageRoutes, invitationRoutes } from './invitation-routes.ts';
import { logoutRoutes } from './logout.ts';
import { membershipRoutes } from './memberships.ts';
import { portalLinkRoutes, portalPageRoutes } from './portal-routes.ts';
import { rolePermissionRoutes } from './role-permissions.ts';
import { PUBLIC_KEY } from './signing-key.ts';
import { webhookEndpointRoutes } from './webhook-endpoints.ts';
import type { World } from './world.ts';

/** The emulator's REST routes that are right as they are. Anything else answers 501 rather than something wrong. */
const RIGHT_AS_THEY_ARE = [
  '/user_management/users',
  '/user_management/users/:id',
  '/user_management/users/:id/sessions',
  '/user_management/sessions/revoke',
  '/user_management/organization_memberships/:id',
  '/organizations',
  '/organizations/:id',
  '/organization_domains',
  '/organization_domains/:id',
  '/organization_domains/:id/verify',
  '/user_management/invitations',
  '/user_management/invitations/:id',
  '/user_management/invitations/:id/resend',
  '/user_management/invitations/:id/revoke',
  '/connections',
  '/connections/:id',
  '/directories',
  '/directories/:id',
  '/directory_users',
  '/directory_users/:id',
  '/authorization/roles',
  '/authorization/roles/:slug',
  '/authorization/permissions',
  '/authorization/permissions/:slug',
];

/** One WorkOS environment over HTTP. */
export function createApp(world: World): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.get(`/sso/jwks/${CLIENT_ID}`, (context) => context.json({ keys: [PUBLIC_KEY] }));
  app.route('/', authorizeRoutes(world));
  app.route('/', authenticateRoutes(world));
  app.route('/', logoutRoutes(world));
  app.get('/oauth2/jwks', (context) => context.json({ keys: [PUBLIC_KEY] }));
  app.route('/', applicationTokenRoutes(world));
  app.route('/', invitationPageRoutes(world));
  app.route('/', portalPageRoutes(world));

  app.use('*', apiKeyRequired);
  app.use('*', idempotentPosts());
  app.route('/', apiKeyRoutes(world));
  app.route('/', applicationRoutes(world));
  app.route('/', eventRoutes(world));
  app.route('/', invitationRoutes(world));
  app.route('/', membershipRoutes(world));
  app.route('/', portalLinkRoutes(world));
  app.route('/', rolePermissionRoutes(world));
  app.route('/', webhookEndpointRoutes(world));
  for (const path of RIGHT_AS_THEY_ARE) app.all(path, (context) => world.rest.fetch(context.req.raw));
  app.notFound(notImitated);
  world.rest.notFound(notImitated);
  return app;
}

const apiKeyRequired: MiddlewareHandler = async (context, next) => {
  if (context.req.header('authorization') === `Bearer ${API_KEY}`) return next();
  return context.json({ code: 'unauthorized', message: 'The API key is missing or wrong.' }, 401);
};

function notImitated(context: Context): Response {
  const message = `The local WorkOS has no ${context.req.method} ${context.req.path}.`;
  return context.json({ code: 'not_imitated', message }, 501);
}
