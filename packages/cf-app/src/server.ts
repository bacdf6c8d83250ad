// First: what is loaded after it takes the clock from there.
import './lib/local-clock.server.ts';
import {
  pathInOrganization,
  signInAtOurAddress,
} from './features/organizations/organization-of-request.server.ts';
import { answerRequest } from './lib/answer-request.server.ts';
import type { Answer } from './lib/json-answer.ts';
import { pathnameOf } from './lib/pathname.ts';
import type { CurrentRequest } from './lib/request-context.server.ts';

export { SessionRefresh } from './features/auth/session-refresh.server.ts';
export { StoreStats } from './features/live/store-stats.ts';

export default {
  fetch: (request, env, ctx) => answerRequest(request, ctx, (current) => answer(request, env, ctx, current)),
  async scheduled({ cron, scheduledTime }, env) {
    const [{ runJobs }, { JOBS }] = await Promise.all([
      import('./scheduled/run-jobs.server.ts'),
      import('./scheduled/jobs.ts'),
    ]);
    await runJobs(JOBS, cron, scheduledTime, env);
  },
} satisfies ExportedHandler<Env>;

type Api = typeof import('./api/fetch-api.ts');
let api: Api | undefined;
const loadApi = async () => (api ??= await import('./api/fetch-api.ts'));

// Both halves load on demand: collecting an event never pays for React.
function answer(
  request: Request,
  env: Env,
  ctx: ExecutionContext,
  current: CurrentRequest,
): Promise<Answer> | Answer {
  const pathname = pathnameOf(current.url);
  const path = pathInOrganization(pathname, current);
  if (isApi(path)) {
    const asked = path === pathname ? request : at(path, request);
    const by = ({ fetchApi }: Api) => fetchApi(asked, env, ctx, path, current);
    return api === undefined ? loadApi().then(by) : by(api);
  }
  return current.within(async () => {
    const elsewhere = signInAtOurAddress(request.url, path);
    if (elsewhere !== null) return elsewhere;
    const { answerPage } = await import('./lib/answer-page.server');
    return answerPage(request);
  });
}

/** The same request without the organization that its address begins with. */
function at(pathname: string, request: Request): Request {
  const { search, origin } = new URL(request.url);
  return new Request(origin + pathname + search, request);
}

function isApi(pathname: string): boolean {
  return (
    pathname.startsWith('/api/') ||
    pathname.startsWith('/demo/') ||
    pathname.startsWith('/.well-known/') ||
    pathname === '/mcp' ||
    pathname === '/lk.js' ||
    pathname === '/healthz' ||
    // Names no server function, which Start would call its own mistake.
    pathname === '/_serverFn/'
  );
}
