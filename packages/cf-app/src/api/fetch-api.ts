/**
 * Answers what is no page: the HTTP API for programs, or one of the endpoints of `app.ts`. Each loads on demand, and the
 * former does without the router of the latter.
 *
 * @param pathname without the organization that the address may begin with
 */
export async function fetchApi(
  request: Request,
  env: Env,
  ctx: ExecutionContext,
  pathname: string,
): Promise<Response> {
  const asked = new URL(request.url).pathname === pathname ? request : at(pathname, request);
  if (pathname.startsWith('/api/v1/')) {
    const { v1 } = await import('./v1/mounted.ts');
    return v1.fetch(asked, env);
  }
  const { api } = await import('./app.ts');
  return api.fetch(asked, env, ctx);
}

/** The same request below an organization's address. */
function at(pathname: string, request: Request): Request {
  const { search, origin } = new URL(request.url);
  return new Request(origin + pathname + search, request);
}
