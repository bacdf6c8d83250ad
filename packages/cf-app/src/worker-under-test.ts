/** The Worker without the dashboard: Start cannot be loaded outside its own build. */
import { fetchApi } from './api/fetch-api.ts';
import { answerRequest } from './lib/answer-request.server.ts';
import { pathnameOf } from './lib/pathname.ts';

export { SessionRefresh } from './features/auth/session-refresh.server.ts';
export { StoreStats } from './features/live/store-stats.ts';

export default {
  fetch: (request, env, ctx) =>
    answerRequest(request, ctx, (current) => fetchApi(request, env, ctx, pathnameOf(request.url), current)),
} satisfies ExportedHandler<Env>;
