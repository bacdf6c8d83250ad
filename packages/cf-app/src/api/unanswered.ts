import { log } from '../lib/log.server.ts';
import { type CurrentRequest, requestId } from '../lib/request-context.server.ts';
import { problemResponse } from './problem.ts';

export function notFound(): Response {
  return problemResponse({ status: 404, code: 'not_found', title: 'There is nothing here' });
}

/** Bad input was answered before: what is left is storage that does not answer, or a mistake of ours. */
export function failed(error: Error): Response {
  log.error('api.failed', { error: String(error), stack: error.stack ?? '' });
  return problemResponse(
    {
      status: 503,
      code: 'unavailable',
      title: 'This cannot be answered right now',
      detail: `Try again; the log says more under request ${requestId()}`,
    },
    { 'retry-after': '10' },
  );
}

/** The same of whatever was thrown, told of the request that it was thrown in. */
export function failedIn(current: CurrentRequest, cause: unknown): Response {
  return current.within(() => failed(cause instanceof Error ? cause : new Error(String(cause))));
}
