/** The Worker without the dashboard: Start cannot be loaded outside its own build. */
import { api } from './api/app';
import { answerRequest } from './lib/answer-request.server.ts';

export { SessionRefresh } from './features/auth/session-refresh.server.ts';
export { StoreStats } from './features/live/store-stats.ts';

export default {
  fetch: (request, env, ctx) => answerRequest(request, ctx, () => api.fetch(request, env, ctx)),
} satisfies ExportedHandler<Env>;
