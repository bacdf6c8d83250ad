/** Who is let in at an address that is neither a page nor a server function. */
export type Guard =
  /** Anybody: shops' visitors, machines, documents. */
  | 'anyone'
  /** Who signs the body with a secret that only they and we know. */
  | 'signature'
  /** The operators' token. */
  | 'ops-token'
  /** What each operation declares in `packages/client/src/operations/`. */
  | 'operation'
  /** Who may see the store in the path, from one of our own pages. */
  | 'store'
  /** What each tool declares in `api/mcp/tools.ts`. */
  | 'tool';

/**
 * Who is let in at each endpoint, by the path it is mounted at, the most exact first. An endpoint that none of these
 * covers fails `endpoints.workers.test.ts`.
 */
export const ENDPOINTS: readonly (readonly [path: string, guard: Guard])[] = [
  ['/api/ops', 'ops-token'],
  ['/api/webhooks', 'signature'],
  ['/api/v1/docs', 'anyone'],
  ['/api/v1/docs.css', 'anyone'],
  ['/api/v1/openapi.json', 'anyone'],
  ['/api/v1', 'operation'],
  ['/mcp', 'tool'],
  ['/api/live', 'store'],
  ['/api/event', 'anyone'],
  ['/lk.js', 'anyone'],
  ['/healthz', 'anyone'],
  ['/.well-known', 'anyone'],
  // Local builds only.
  ['/api/local', 'anyone'],
  ['/demo', 'anyone'],
];
