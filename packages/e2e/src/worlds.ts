import type { BuiltWorkerOptions } from './built-worker.ts';

type World = BuiltWorkerOptions & { readonly provider: 'workos' | 'oidc'; readonly place: 'cookie' | 'kv' };

function world(provider: World['provider'], place: World['place']): World {
  return { provider, place, vars: { SESSION_STORE: place } };
}

/** Everything that promises about sessions hold for: both providers with both places where sessions are kept. */
export const WORLDS: readonly World[] = [
  world('workos', 'cookie'),
  world('workos', 'kv'),
  world('oidc', 'cookie'),
  world('oidc', 'kv'),
];

/** Each provider and each place once, for promises about either rather than about how they go together. */
export const EACH_ONCE: readonly World[] = [world('workos', 'cookie'), world('oidc', 'kv')];
