import { OPERATIONS } from '@layerkick/client/operations';
import { api } from '#/api/app.ts';
import { openApi } from '#/api/v1/openapi/route.ts';
import { ENDPOINTS, type Guard } from './endpoints.ts';

interface Mounted {
  readonly method: string;
  /** With `:name` where a field stands. */
  readonly path: string;
}

/** Everything that Hono answers, its middleware included, and every operation. For tests. */
export const ROUTED: readonly Mounted[] = [
  ...api.routes,
  ...openApi.routes,
  ...Object.values(OPERATIONS).map(({ method, path }) => ({
    method,
    path: `/api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
  })),
].map(({ method, path }) => ({ method: method === 'ALL' ? 'POST' : method, path }));

/** Every endpoint by what answers there; middleware and the rest of the house left out. */
export const MOUNTED = ROUTED.filter(({ path }) => !path.endsWith('*'));

export function guardOf(path: string): Guard | undefined {
  return ENDPOINTS.find(([mount]) => path === mount || path.startsWith(`${mount}/`))?.[1];
}
