import { API_KEY, CLIENT_ID } from '@layerkick/workos-local/accounts';
import { PUBLIC_KEY } from '@layerkick/workos-local/signing-key';

/** What both Workers of the benchmark are configured with, and its requests are signed and sealed for. Nothing secret. */
export const VARIABLES = {
  APP_ORIGIN: 'http://localhost:3051',
  AUTH_PROVIDER: 'workos',
  WORKOS_CLIENT_ID: CLIENT_ID,
  WORKOS_API_KEY: API_KEY,
  WORKOS_COOKIE_PASSWORD: 'a-password-for-benches-of-32-characters-and-more',
  WORKOS_AUTHKIT_DOMAIN: 'https://bench.authkit.app',
  OPS_TOKEN: 'a-token-for-benches-of-32-characters-and-more',
} as const;

export const PERSON = 'user_01BENCH';
export const ORGANIZATION = 'org_01BENCH';
export const STORES = ['fmdf', 'northwind'] as const;
export const API_KEY_VALUE = 'sk_bench_0123456789abcdefghijklmnop';

/** WorkOS as the Workers meet it: it publishes its keys and knows one API key. Answers in no time and over no network. */
export function workosInMemory(request: string | URL | Request): Promise<Response> {
  const { pathname } = new URL(request instanceof Request ? request.url : request);
  if (pathname === '/api_keys/validations') return Promise.resolve(Response.json({ api_key: KEY }));
  return Promise.resolve(Response.json({ keys: [PUBLIC_KEY] }));
}

const KEY = {
  object: 'api_key',
  id: 'api_key_01BENCH',
  owner: { type: 'organization', id: ORGANIZATION },
  name: 'Bench',
  obfuscated_value: 'sk_…mnop',
  permissions: ['stats:read'],
  last_used_at: null,
  created_at: '2026-11-21T09:00:00Z',
  updated_at: '2026-11-21T09:00:00Z',
};
