import { isNotFound, isRedirect } from '@tanstack/react-router';
import { setResponseStatus } from '@tanstack/react-start/server';
import { invalidInput } from './invalid-input.ts';
import { log } from './log.server.ts';
import { requestId } from './request-context.server.ts';

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

function describe(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, message, stack = '', cause } = error;
  return {
    error: name,
    message,
    stack,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(cause instanceof Error ? { cause: `${cause.name}: ${cause.message}` } : {}),
  };
}
