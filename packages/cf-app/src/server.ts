export { SessionRefresh } from '@layerkick/auth/session-refresh';
export { StoreStats } from '@layerkick/stats/store-stats';

// Both halves load on demand: collecting an event never pays for React.
export default {
  async fetch(request, env, ctx) {
    if (isApi(new URL(request.url).pathname)) {
      const { api } = await import('./api/app');
      return api.fetch(request, env, ctx);
    }
    const { default: dashboard } = await import('@tanstack/react-start/server-entry');
    return dashboard.fetch(request);
  },
} satisfies ExportedHandler<Env>;

function isApi(pathname: string): boolean {
  return (
    pathname.startsWith('/api/') ||
    pathname.startsWith('/demo/') ||
    pathname === '/lk.js' ||
    pathname === '/healthz'
  );
}
