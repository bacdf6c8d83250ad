import type { Answer } from '../lib/json-answer.ts';
import type { CurrentRequest } from '../lib/request-context.server.ts';

type ForPrograms = typeof import('./v1/mounted.ts');
let forPrograms: ForPrograms | undefined;
const loadForPrograms = async () => (forPrograms ??= await import('./v1/mounted.ts'));
let others: typeof import('./app.ts') | undefined;

/**
 * Answers what is no page: the HTTP API for programs, or one of the endpoints of `app.ts`. Each loads on demand, and the
 * former does without the router of the latter.
 *
 * @param pathname of the request
 */
export function fetchApi(
  request: Request,
  env: Env,
  ctx: ExecutionContext,
  pathname: string,
  current: CurrentRequest,
): Promise<Answer> {
  if (!pathname.startsWith('/api/v1/')) return fetchOther(request, env, ctx, current);
  const by = ({ v1 }: ForPrograms) => v1.fetch(request, env, current);
  return forPrograms === undefined ? loadForPrograms().then(by) : by(forPrograms);
}

async function fetchOther(
  request: Request,
  env: Env,
  ctx: ExecutionContext,
  current: CurrentRequest,
): Promise<Answer> {
  const { api } = (others ??= await import('./app.ts'));
  return current.within(() => api.fetch(request, env, ctx));
}
