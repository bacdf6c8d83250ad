import { oidcProvider } from '@layerkick/auth/oidc/provider';
import type { AuthProvider } from '@layerkick/auth/provider';
import type { KeptKeys } from '@layerkick/auth/tokens/jwks';
import { rememberTokens } from '@layerkick/auth/tokens/remembered-tokens';
import type { WorkOSConnection } from '@layerkick/auth/workos/client';
import { workosProvider } from '@layerkick/auth/workos/provider';
import type { Configuration } from '#/env.server.ts';
import { log } from '#/lib/log.server.ts';
import { workosFetch } from '#/lib/workos-fetch.server.ts';

/** Who keeps the accounts of this deployment: `AUTH_PROVIDER`. */
export function providerOf(configuration: Configuration, env: Env): AuthProvider {
  const provider =
    configuration.AUTH_PROVIDER === 'oidc' ? oidc(configuration, env) : workos(configuration, env);
  const verify = rememberTokens(
    (token) => provider.verify(token),
    ({ exp }) => exp,
    Date.now,
  );
  return { ...provider, verify: async (token) => verify(token) };
}

function workos(configuration: Configuration, env: Env): AuthProvider {
  return workosProvider({
    connection: workosConnection(env, configuration),
    issuers: configuration.WORKOS_ISSUERS,
    keptKeys: keptSigningKeys(env.LAYERKICK_KV, configuration.WORKOS_CLIENT_ID),
    clock: Date.now,
    log,
  });
}

function oidc(configuration: Configuration, env: Env): AuthProvider {
  const issuer = configuration.OIDC_ISSUER;
  return oidcProvider({
    connection: {
      issuer,
      clientId: configuration.OIDC_CLIENT_ID,
      clientSecret: configuration.OIDC_CLIENT_SECRET,
      scopes: configuration.OIDC_SCOPES,
      timeout: configuration.WORKOS_DEADLINE_MS,
      fetch: workosFetch(env, configuration),
    },
    groupsClaim: configuration.OIDC_GROUPS_CLAIM,
    groupRoles: configuration.OIDC_GROUP_ROLES,
    keptMetadata: keptIn(env.LAYERKICK_KV, `provider-metadata:${issuer}`),
    keptKeys: keptSigningKeys(env.LAYERKICK_KV, issuer),
    clock: Date.now,
    log,
  });
}

/** How WorkOS is called on a request. */
export function workosConnection(env: Env, configuration: Configuration): WorkOSConnection {
  return {
    apiKey: configuration.WORKOS_API_KEY,
    clientId: configuration.WORKOS_CLIENT_ID,
    apiUrl: configuration.WORKOS_API_URL,
    timeout: configuration.WORKOS_DEADLINE_MS,
    fetch: workosFetch(env, configuration),
  };
}

/** Where the last good signing keys of `whose` outlive an isolate. */
export function keptSigningKeys(kv: KVNamespace, whose: string): KeptKeys {
  return keptIn(kv, `signing-keys:${whose}`);
}

function keptIn(kv: KVNamespace, key: string) {
  return { read: () => kv.get(key), keep: (text: string) => kv.put(key, text) };
}
