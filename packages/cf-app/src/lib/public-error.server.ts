import { isNotFound, isRedirect } from '@tanstack/react-router';
import { setResponseHeader, setResponseStatus } from '@tanstack/react-start/server';
import { NO_FUNCTION_HEADER } from './call-function.ts';
import { invalidInput } from './invalid-input.ts';
import { log } from './log.server.ts';
import { requestId, wasFunctionReached } from './request-context.server.ts';

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

/**
 * Answers a call of a server function. One that fails before it reaches a function of ours is the caller's mistake (an
 * argument that cannot be read, a function of an earlier deployment); Start calls both a server error.
 */
export async function blamingCaller(answer: () => Promise<Response>): Promise<Response> {
  try {
    const response = await answer();
    if (response.status !== 500 || wasFunctionReached()) return response;
    const headers = new Headers(response.headers);
    headers.set(NO_FUNCTION_HEADER, '1');
    return new Response(response.body, { status: 400, headers });
  } catch (error) {
    if (!wasFunctionReached()) {
      setResponseStatus(400);
      setResponseHeader(NO_FUNCTION_HEADER, '1');
    }
    throw error;
  }
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
