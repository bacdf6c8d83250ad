import { eventBatch } from '@layerkick/stats/event';
import type { z } from 'zod';
import type { Problem } from '../problem.ts';
import { fieldErrors } from './field-errors.ts';

export type EventBatch = z.output<typeof eventBatch>;
export type ParsedBatch =
  | { readonly ok: true; readonly batch: EventBatch }
  | { readonly ok: false; readonly problem: Problem };

/** The envelope of a batch; its events are not looked at yet. */
export function parseBatch(value: unknown): ParsedBatch {
  const result = eventBatch.safeParse(value);
  if (result.success) return { ok: true, batch: result.data };
  const errors = fieldErrors(result.error);
  return {
    ok: false,
    problem: {
      status: 400,
      code: 'batch_invalid',
      title: 'This is not a batch of events',
      detail: errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; '),
      errors,
    },
  };
}

/** As `parseBatch`, from the text of a body. */
export function parseBatchText(text: string): ParsedBatch {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const title = 'The body is not JSON';
    return { ok: false, problem: { status: 400, code: 'json_malformed', title } };
  }
  return parseBatch(value);
}
