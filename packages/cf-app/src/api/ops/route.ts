import { equalInConstantTime } from '@layerkick/auth/constant-time';
import { Hono } from 'hono';
import { ConfigurationError, readConfiguration } from '../../env.server.ts';
import { log } from '../../lib/log.server.ts';
import { problemResponse } from '../problem.ts';
import { accessRoute } from './access-route.ts';
import { deleteRoute } from './delete-route.ts';
import { demoRoute } from './demo-route.ts';
import { exportRoute } from './export-route.ts';
import { mirrorRoute } from './mirror-route.ts';
import { organizationsRoute } from './organizations-route.ts';
import { importedDaysRoute } from './imported-days-route.ts';
import { ordersRoute } from './orders-route.ts';
import { rebuildRoute } from './rebuild-route.ts';
import { shardsRoute } from './shards-route.ts';
import { sourcesRoute } from './sources-route.ts';
import { sessionsRoute } from './sessions-route.ts';
import { tenantsRoute } from './tenants-route.ts';
import { storesRoute } from './stores-route.ts';

/** `/api/ops`: what operators do from the command line. `Authorization: Bearer <OPS_TOKEN>`. */
export const ops = new Hono<{ Bindings: Env }>();

ops.use(async (c, next) => {
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  if (!equalInConstantTime(given, readConfiguration(c.env).OPS_TOKEN)) {
    return problemResponse(
      {
        status: 401,
        code: 'ops_token_wrong',
        title: 'The operators’ token is missing or wrong',
        detail: 'Send the Worker’s OPS_TOKEN as a bearer token.',
      },
      { 'www-authenticate': 'Bearer' },
    );
  }
  c.header('cache-control', 'no-store');
  return next();
});

ops.onError((error) => {
  if (!(error instanceof ConfigurationError)) throw error;
  log.error(error.code, { error: error.message });
  return problemResponse({
    status: 500,
    code: error.code,
    title: 'The Worker’s configuration is wrong',
    // Names of variables, for who sits at this machine; elsewhere they are in the log.
    ...(LOCAL_BUILD ? { detail: error.message } : {}),
  });
});

ops.get('/', (c) => c.json({ ok: true }));
ops.route('/stores', storesRoute);
ops.route('/stores', ordersRoute);
ops.route('/stores', importedDaysRoute);
ops.route('/stores', rebuildRoute);
ops.route('/stores', shardsRoute);
ops.route('/stores', exportRoute);
ops.route('/stores', deleteRoute);
ops.route('/stores', sourcesRoute);
ops.route('/stores', demoRoute);
ops.route('/access', accessRoute);
ops.route('/sessions', sessionsRoute);
ops.route('/organizations', organizationsRoute);
ops.route('/tenants', tenantsRoute);
ops.route('/mirror', mirrorRoute);
if (LOCAL_BUILD) {
  ops.post('/stores/:slug/replay', async (c) => {
    const { answerReplay } = await import('../replay/answer-replay.ts');
    return answerReplay(c.req.raw, c.env, c.req.param('slug'));
  });
}
