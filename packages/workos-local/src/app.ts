import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { CLIENT_ID } from './accounts.ts';
import { authenticateRoutes } from './authenticate.ts';
import { authorizeRoutes } from './authorize.ts';
import { logoutRoutes } from './logout.ts';
import { rolePermissionRoutes } from './role-permissions.ts';
import { PUBLIC_KEY } from './signing-key.ts';
import type { World } from './world.ts';

/** The emulator's REST routes that are right as they are. Anything else answers 501 rather than something wrong. */
const RIGHT_AS_THEY_ARE = [
  '/user_management/users',
  '/user_management/organization_memberships',
  '/user_management/sessions/revoke',
  '/organizations',
  '/authorization/roles',
  '/authorization/permissions',
];

/** One WorkOS environment over HTTP. */
export function createApp(world: World): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get('/health', (context) => context.json({ status: 'ok' }));
  app.get(`/sso/jwks/${CLIENT_ID}`, (context) => context.json({ keys: [PUBLIC_KEY] }));
  app.route('/', authorizeRoutes(world));
  app.route('/', authenticateRoutes(world));
  app.route('/', logoutRoutes(world));
  app.route('/', rolePermissionRoutes(world));
  for (const path of RIGHT_AS_THEY_ARE) {
    app.all(path, (context) => world.rest.fetch(context.req.raw));
    app.all(`${path}/*`, (context) => world.rest.fetch(context.req.raw));
  }
  app.notFound(notImitated);
  world.rest.notFound(notImitated);
  return app;
}

function notImitated(context: Context): Response {
  const message = `The local WorkOS has no ${context.req.method} ${context.req.path}.`;
  return context.json({ code: 'not_imitated', message }, 501);
}
