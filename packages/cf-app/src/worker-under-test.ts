/** The Worker without the dashboard: Start cannot be loaded outside its own build. */
import { api } from './api/app';

export { SessionRefresh } from '@layerkick/auth/session-refresh';
export { StoreStats } from '@layerkick/stats/store-stats';

export default { fetch: api.fetch } satisfies ExportedHandler<Env>;
