import { Hono } from 'hono';
import { z } from 'zod';
import { storeSlugs, userId } from '@layerkick/client/schemas/access';
import { grantAccess, revokeAccess, showAccess } from '../../features/access/access.server.ts';
import { problemResponse } from '../problem.ts';
import { operatorChange } from './change.ts';
import { parseBody, parseFields } from './parse-body.ts';

/** Which stores a person may see by KV, for operators. Every answer is `{ user, stores, readable }`. */
export const accessRoute = new Hono<{ Bindings: Env }>();

const person = z.object({ user: userId });
const grant = z.strictObject({ stores: storeSlugs });
const revocation = z.object({ store: storeSlugs.optional() });

accessRoute.get('/:user', async (c) => {
  const params = parseFields(c.req.param(), person);
  if (!params.ok) return params.response;
  return c.json(await showAccess(storageOf(c.env), params.value.user));
});

/** `{ stores }` are added to what is there. */
accessRoute.put('/:user', async (c) => {
  const params = parseFields(c.req.param(), person);
  if (!params.ok) return params.response;
  const body = await parseBody(c.req.raw, grant);
  if (!body.ok) return body.response;

  const granted = await grantAccess(storageOf(c.env), params.value.user, body.value.stores, operatorChange());
  if (granted.ok) return c.json(granted.access);
  return problemResponse({
    status: 404,
    code: granted.code,
    title: `There is no store ${granted.unknown.join(', ')}`,
    detail: 'Nothing was granted.',
    errors: granted.unknown.map((slug) => ({ field: 'stores', message: `no store ${slug}` })),
  });
});

/** `?store=a&store=b` are taken away; all where none is named. */
accessRoute.delete('/:user', async (c) => {
  const params = parseFields(c.req.param(), person);
  if (!params.ok) return params.response;
  const query = parseFields(c.req.queries(), revocation);
  if (!query.ok) return query.response;
  const slugs = query.value.store ?? 'all';
  return c.json(await revokeAccess(storageOf(c.env), params.value.user, slugs, operatorChange()));
});

function storageOf(env: Env) {
  return { kv: env.LAYERKICK_KV, db: env.DB };
}
