import type { BuiltWorkerOptions } from './built-worker.ts';

/** Everything that promises about sessions hold for: both providers, both places where sessions are kept. */
export const WORLDS: readonly (BuiltWorkerOptions & { readonly provider: string; readonly place: string })[] =
  (['workos', 'oidc'] as const).flatMap((provider) =>
    (['cookie', 'kv'] as const).map((place) => ({ provider, place, vars: { SESSION_STORE: place } })),
  );
