import type { Answer } from '../lib/json-answer.ts';
import type { CurrentRequest } from '../lib/request-context.server.ts';

let forPrograms: typeof import('./v1/mounted.ts') | undefined;
let others: typeof import('./app.ts') | undefined;

/**
 * Answers what is no page: the HTTP API for programs, or one of the endpoints of `app.ts`. Each loads on demand, and the
 * former does without the router of the latter.
 *
 * @param pathname of the request
 */
export async function fetchApi(
  request: Request,
  env: Env,
  ctx: ExecutionContext,
  pathname: string,
  current: CurrentRequest,
): Promise<Answer> {
  if (pathname.startsWith('/api/v1/')) {
    forPrograms ??= await import('./v1/mounted.ts');
    return forPrograms.v1.fetch(request, env, current);
  }
  const { api } = (others ??= await import('./app.ts'));
  return current.within(() => api.fetch(request, env, ctx));
}
