import { Hono } from 'hono';
import { z } from 'zod';
import { listDeliveries } from '../../features/sources/deliveries.server.ts';
import { PLATFORMS } from '../../features/sources/platform-name.ts';
import { replayDeliveries } from '../../features/sources/replay.server.ts';
import { sourceSecret } from '../../features/sources/sources.schema.ts';
import {
  connectSource,
  disconnectSource,
  listSources,
  newSecret,
} from '../../features/sources/sources.server.ts';
import { findStore } from '../../features/stores/registry.server.ts';
import { operatorChange } from './change.ts';
import { parseBody, parseFields } from './parse-body.ts';
import { storeUnknown } from './store-unknown.ts';

/** Shop platforms that tell a store's orders, for operators. */
export const sourcesRoute = new Hono<{ Bindings: Env }>();

const named = z.object({ slug: z.string(), platform: z.enum(PLATFORMS) });
const connection = z.strictObject({ secret: sourceSecret.optional() });

/** What the newest deliveries came to, with the connections: `{ sources, deliveries }`. */
sourcesRoute.get('/:slug/sources', async (c) => {
  const slug = c.req.param('slug');
  if (!(await findStore(c.env.DB, slug))) return storeUnknown(slug);
  const [sources, deliveries] = await Promise.all([
    listSources(c.env.DB, slug),
    listDeliveries(c.env.DB, slug, 20),
  ]);
  return c.json({ sources, deliveries: deliveries.map(({ content: _content, ...delivery }) => delivery) });
});

/** `{ secret? }`: without one a secret is made. Answers `{ platform, url, secret }`; the secret is never shown again. */
sourcesRoute.put('/:slug/sources/:platform', async (c) => {
  const params = parseFields(c.req.param(), named);
  if (!params.ok) return params.response;
  const { slug, platform } = params.value;
  if (!(await findStore(c.env.DB, slug))) return storeUnknown(slug);
  const body = await parseBody(c.req.raw, connection);
  if (!body.ok) return body.response;
  const secret = body.value.secret ?? newSecret();
  await connectSource(c.env.DB, slug, { platform, secret }, operatorChange());
  return c.json({ platform, url: `${c.env.APP_ORIGIN}/api/webhooks/${platform}/${slug}`, secret });
});

sourcesRoute.delete('/:slug/sources/:platform', async (c) => {
  const params = parseFields(c.req.param(), named);
  if (!params.ok) return params.response;
  const { slug, platform } = params.value;
  if (!(await findStore(c.env.DB, slug))) return storeUnknown(slug);
  await disconnectSource(c.env.DB, slug, platform, operatorChange());
  return c.json({ ok: true });
});

/** Tries deliveries again that are not counted. Answers `{ counted, ignored, failed }`. */
sourcesRoute.post('/:slug/sources/replay', async (c) => {
  const store = await findStore(c.env.DB, c.req.param('slug'));
  if (!store) return storeUnknown(c.req.param('slug'));
  return c.json(await replayDeliveries(c.env, store));
});
