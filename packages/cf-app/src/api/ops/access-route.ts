import { Hono } from 'hono';
import { z } from 'zod';
import { storeSlugs, userId } from '@layerkick/client/schemas/access';
import { grantAccess, revokeAccess, showAccess } from '../../features/access/access.server.ts';
import { importMappings, listMappings } from '../../features/access/mappings.server.ts';
import { problemResponse } from '../problem.ts';
import { operatorChange } from './change.ts';
import { parseBody, parseFields } from './parse-body.ts';

/** Which stores a person may see by KV, for operators. Every answer is `{ user, stores, readable }`. */
export const accessRoute = new Hono<{ Bindings: Env }>();

const person = z.object({ user: userId });
const grant = z.strictObject({ stores: storeSlugs });
const revocation = z.object({ store: storeSlugs.optional() });

const page = z.object({ cursor: z.string().max(2_000).optional() });

/** `{ mappings, next }`: everybody's, some at a time; `?cursor=` is the `next` of before. */
accessRoute.get('/', async (c) => {
  const query = parseFields(c.req.query(), page);
  if (!query.ok) return query.response;
  return c.json(await listMappings(storageOf(c.env), query.value.cursor ?? null));
});

/** As they were written: what is wrong with a row is said by its line. */
const rows = z
  .array(z.strictObject({ line: z.int().min(1), user: z.string().max(1_000), store: z.string().max(1_000) }))
  .min(1)
  .max(2_000);
const file = z.strictObject({ rows, exactly: z.boolean(), dryRun: z.boolean() });
const MOST_BYTES = 4 * 1024 * 1024;

/** `{ rows, exactly, dryRun }`; answers a `MappingImport`. Rows of one person have to come in one call. */
accessRoute.post('/', async (c) => {
  const body = await parseBody(c.req.raw, file, MOST_BYTES);
  if (!body.ok) return body.response;
  const { rows: given, ...choices } = body.value;
  return c.json(await importMappings(storageOf(c.env), given, choices, operatorChange()));
});

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
