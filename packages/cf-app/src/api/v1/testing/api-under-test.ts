import { type AuthContext, PERMISSIONS } from '@layerkick/auth/auth-context';
import type { Authentication } from '@layerkick/auth/credentials/authentication';
import { env } from 'cloudflare:workers';
import { createStore } from '../../../features/stores/registry.server.ts';
import { newStore } from '../../../features/stores/store.schema.ts';
import { answerRequest } from '../../../lib/answer-request.server.ts';
import { openApi } from '../openapi/route.ts';
import { apiV1 } from '../route.ts';

export const ORIGIN = 'http://localhost:3051';
/** Saturday, midday in London. */
export const NOW = Date.UTC(2026, 10, 21, 12);

export const ADMINISTRATOR: AuthContext = {
  principal: { kind: 'user', id: 'user_01ADMIN', email: 'admin@example.test' },
  via: 'bearer',
  organization: null,
  stores: 'all',
  permissions: new Set(PERMISSIONS),
  degraded: false,
};
export const MERCHANT: AuthContext = {
  ...ADMINISTRATOR,
  principal: { kind: 'user', id: 'user_01MERCHANT' },
  stores: ['gifts'],
  permissions: new Set(['stats:read', 'stats:export'] as const),
};

const unlimited: RateLimit = { limit: async () => ({ success: true }) };

export interface Asked extends Omit<RequestInit, 'body'> {
  readonly as?: AuthContext | Exclude<Authentication, { kind: 'authenticated' }>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly bindings?: Partial<Env>;
  /** What the path begins with as the Worker is asked, such as `/org/acme`; the API is asked without it. */
  readonly below?: string;
  readonly now?: number;
}

/** One request to the API with real storage, for whoever `as` says. */
export function ask(method: string, path: string, asked: Asked = {}): Promise<Response> {
  const { as = ADMINISTRATOR, body, bindings, below = '', now = NOW, ...init } = asked;
  const who: Authentication = 'kind' in as ? as : { kind: 'authenticated', auth: as };
  const api = apiV1({ authenticate: async () => who, clock: () => now }, (other, platform) =>
    openApi.fetch(other, platform),
  );
  const request = new Request(new URL(`/api/v1${path}`, ORIGIN), {
    ...init,
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const environment = { ...env, API_LIMIT: unlimited, API_COSTLY_LIMIT: unlimited, ...bindings };
  const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} };
  const whole = below === '' ? request : new Request(`${ORIGIN}${below}/api/v1${path}`, { method });
  return answerRequest(whole, context as unknown as ExecutionContext, (current) =>
    api.fetch(request, environment, current),
  );
}

/** `gifts` and `books`, the latter of which the merchant may not see. */
export async function openStores(): Promise<void> {
  await env.DB.exec('DELETE FROM store');
  const change = { actor: 'operator', requestId: 'request-1', at: 0 };
  for (const [slug, name] of [
    ['gifts', 'Gifts'],
    ['books', 'Books'],
  ] as const) {
    const store = newStore.parse({ slug, name, timeZone: 'Europe/London', currency: 'GBP' });
    await createStore(env.DB, store, change);
  }
}
