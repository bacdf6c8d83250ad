import { z } from 'zod';

/** The query parameters of every list. */
export const pageParameters = {
  limit: z.coerce.number().int().min(1).max(100).default(10),
  order: z.enum(['asc', 'desc']).optional(),
  before: z.string().optional(),
  after: z.string().optional(),
};

interface PageRequest {
  readonly limit: number;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** The same for the record store, which tells "absent" from "undefined". */
export function cursorOf({ limit, before, after }: PageRequest) {
  return { limit, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/** Body of a 422: what is wrong with which parameter. */
export function unprocessable(error: z.ZodError): { code: string; message: string } {
  const message = error.issues.map((issue) => [...issue.path, issue.message].join(': ')).join('; ');
  return { code: 'unprocessable_entity', message };
}
