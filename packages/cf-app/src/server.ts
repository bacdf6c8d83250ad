// First: what is loaded after it takes the clock from there.
import './lib/local-clock.server.ts';
import {
  pathInOrganization,
  signInAtOurAddress,
} from './features/organizations/organization-of-request.server.ts';
import { answerRequest } from './lib/answer-request.server.ts';

export { SessionRefresh } from './features/auth/session-refresh.server.ts';
export { StoreStats } from './features/live/store-stats.ts';

export default {
  fetch: (request, env, ctx) => answerRequest(request, ctx, () => answer(request, env, ctx)),
  async scheduled({ cron, scheduledTime }, env) {
    const [{ runJobs }, { JOBS }] = await Promise.all([
      import('./scheduled/run-jobs.server.ts'),
      import('./scheduled/jobs.ts'),
    ]);
    await runJobs(JOBS, cron, scheduledTime, env);
  },
} satisfies ExportedHandler<Env>;

// Both halves load on demand: collecting an event never pays for React.
async function answer(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
  const { pathname } = new URL(request.url);
  const path = pathInOrganization(pathname);
  if (isApi(path)) {
    const { fetchApi } = await import('./api/fetch-api.ts');
    return fetchApi(request, env, ctx, path);
  }
  const elsewhere = signInAtOurAddress(request.url, path);
  if (elsewhere !== null) return elsewhere;
  const { answerPage } = await import('./lib/answer-page.server');
  return answerPage(request);
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
