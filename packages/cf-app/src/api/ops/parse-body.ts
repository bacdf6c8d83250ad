import type { z } from 'zod';
import { fieldErrors } from '../collector/field-errors.ts';
import { readText } from '../collector/read-text.ts';
import { fieldsInvalid, type Problem, problemResponse } from '../problem.ts';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly response: Response };

/** The JSON body by `schema`; otherwise a 400 that names each field at fault, or a 413. */
export async function parseBody<S extends z.ZodType>(
  request: Request,
  schema: S,
  maxBytes = 64 * 1024,
): Promise<Parsed<z.output<S>>> {
  const text = await readText(request, maxBytes);
  if (text === null) {
    return refused({ status: 413, code: 'body_too_large', title: `A body may have ${maxBytes} bytes` });
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refused({ status: 400, code: 'body_not_json', title: 'The body is not JSON' });
  }
  return parseFields(body, schema);
}

/** Any outside value by `schema`; otherwise a 400 that names each field at fault. */
export function parseFields<S extends z.ZodType>(value: unknown, schema: S): Parsed<z.output<S>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return refused(fieldsInvalid(fieldErrors(parsed.error)));
}

function refused(problem: Problem): { ok: false; response: Response } {
  return { ok: false, response: problemResponse(problem) };
}
