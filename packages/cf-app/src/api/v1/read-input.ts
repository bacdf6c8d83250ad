import type { InputOf, Operation } from '@layerkick/client/operation';
import { z } from 'zod';
import { type Parsed, parseBody, parseFields } from '../ops/parse-body.ts';
import type { CurrentRequest } from '../../lib/request-context.server.ts';
import type { Fields } from './find-operation.ts';

/** One request to an operation, as it came. */
export interface OperationRequest {
  readonly request: Request;
  readonly env: Env;
  readonly current: CurrentRequest;
  /** Of the request. */
  readonly url: string;
  /** What stands in the fields of the path. */
  readonly params: Fields;
  /** What stands after the question mark. */
  readonly query: string;
}

const NOTHING = z.strictObject({});

/** A request by the schemas of its operation; otherwise a 400 that names each field at fault, or a 413. */
export async function readInput<O extends Operation>(
  asked: OperationRequest,
  operation: O,
): Promise<Parsed<InputOf<O>>> {
  const fields = readFields(asked, operation);
  if (!fields.ok || operation.body === undefined) return fields;
  const body = await parseBody(asked.request, operation.body, operation.maxBodyBytes);
  return body.ok ? { ok: true, value: { ...fields.value, body: body.value } } : body;
}

/** The same of a request without a body. */
export function readFields<O extends Operation>(asked: OperationRequest, operation: O): Parsed<InputOf<O>> {
  const { params, query } = operation;
  const input: { params?: unknown; query?: unknown } = {};
  if (params !== undefined) {
    const parsed = parseFields(asked.params, params);
    if (!parsed.ok) return parsed;
    input.params = parsed.value;
  }
  // Where nothing is declared and nothing given there is nothing to look at.
  if (query !== undefined || asked.query !== '') {
    const parsed = parseFields(fieldsOf(asked.query), query ?? NOTHING);
    if (!parsed.ok) return parsed;
    if (query !== undefined) input.query = parsed.value;
  }
  // What the schemas of `operation` made, in the parts that it declares: that is what InputOf says.
  return { ok: true, value: input as InputOf<O> };
}

/** A parameter that comes several times stays a list, which no schema takes for a word. */
function fieldsOf(query: string): Record<string, string | string[]> {
  const given = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const values = given.getAll(name);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}
