import { isNotFound, isRedirect } from '@tanstack/react-router';
import { setResponseStatus } from '@tanstack/react-start/server';
import { z } from 'zod';
import { log } from './log.server.ts';
import { requestId } from './request-context.server.ts';

/** How Start reports what a validator did not accept: the issues as JSON in the message. */
const issues = z
  .array(z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() }))
  .min(1);

/**
 * What a browser may know of an error. Redirects, not-founds and responses are answers and pass through; bad input
 * is named by field; of everything else, only the request's id, under which the log has the cause.
 */
export function publicErrorOf(error: unknown): unknown {
  if (error instanceof Response || isRedirect(error) || isNotFound(error)) return error;

  const invalid = invalidInput(error);
  if (invalid !== null) {
    setResponseStatus(400);
    return new Error(invalid);
  }
  log.error('server_function_failed', describe(error));
  return new Error(`Something went wrong. Request ${requestId()}`);
}

function invalidInput(error: unknown): string | null {
  if (!(error instanceof Error) || !error.message.startsWith('[')) return null;
  try {
    const parsed = issues.safeParse(JSON.parse(error.message)).data;
    if (parsed === undefined) return null;
    return parsed.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`).join('; ');
  } catch {
    return null;
  }
}

function describe(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, stack, cause } = error;
  return {
    error: name,
    message,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(cause instanceof Error ? { cause: `${cause.name}: ${cause.message}` } : {}),
    ...(stack === undefined ? {} : { stack }),
  };
}
