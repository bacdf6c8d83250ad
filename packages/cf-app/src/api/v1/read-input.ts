import type { InputOf, Operation } from '@layerkick/client/operation';
import type { Context } from 'hono';
import { z } from 'zod';
import { type Parsed, parseBody, parseFields } from '../ops/parse-body.ts';

const NOTHING = z.strictObject({});

/** A request by the schemas of its operation; otherwise a 400 that names each field at fault, or a 413. */
export async function readInput<O extends Operation>(c: Context, operation: O): Promise<Parsed<InputOf<O>>> {
  const params = parseFields(c.req.param(), operation.params ?? NOTHING);
  if (!params.ok) return params;
  const query = parseFields(queryOf(c), operation.query ?? NOTHING);
  if (!query.ok) return query;
  const input = {
    ...(operation.params && { params: params.value }),
    ...(operation.query && { query: query.value }),
  };
  // What the schemas of `operation` made, in the parts that it declares: that is what InputOf says.
  if (!operation.body) return { ok: true, value: input as InputOf<O> };
  const body = await parseBody(c.req.raw, operation.body, operation.maxBodyBytes);
  return body.ok ? { ok: true, value: { ...input, body: body.value } as InputOf<O> } : body;
}

/** A parameter that comes several times stays a list, which no schema takes for a word. */
function queryOf(c: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? values[0]! : values,
    ]),
  );
}
