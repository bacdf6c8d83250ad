/**
 * Answers what is no page: the HTTP API for programs, or one of the endpoints of `app.ts`. Each loads on demand, and the
 * former does without the router of the latter.
 */
export async function fetchApi(
  request: Request,
  env: Env,
  ctx: ExecutionContext,
  pathname: string,
): Promise<Response> {
  if (pathname.startsWith('/api/v1/')) {
    const { v1 } = await import('./v1/mounted.ts');
    return v1.fetch(request, env);
  }
  const { api } = await import('./app.ts');
  return api.fetch(request, env, ctx);
}
