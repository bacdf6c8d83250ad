import type { AuthProvider } from '@layerkick/auth/provider';
import type { SessionStore } from '@layerkick/auth/session-store';
import type { KeptSessions } from '@layerkick/auth/session/kept-sessions';
import type { SealPasswords } from '@layerkick/auth/session/seal';
<<<<<<< HEAD
import type { KeptKeys } from '@layerkick/auth/tokens/jwks';
import type { WorkOSConnection } from '@layerkick/auth/workos/client';
import { workosProvider } from '@layerkick/auth/workos/provider';
=======
>>>>>>> eaba004 (feat(auth): sign in at any provider of OpenID Connect)
import { type Configuration, readConfiguration } from '#/env.server.ts';
import { providerOf } from './session-provider.server.ts';
import { sessionPlace } from './session-place.server.ts';

export const CALLBACK_PATH = '/auth/workos/callback';
export const LOGIN_PATH = '/auth/workos/login';
export const LOGOUT_PATH = '/auth/workos/logout';

/** What signing in is made of here: chosen once per isolate from the configuration. */
export interface Identity {
  readonly configuration: Configuration;
  readonly passwords: SealPasswords;
  readonly provider: AuthProvider;
  readonly store: SessionStore;
  /** Those of the sessions that are in KV. */
  readonly keptSessions: KeptSessions;
}

let built: Identity | undefined;

export function identityOf(env: Env): Identity {
  const configuration = readConfiguration(env);
  if (built?.configuration === configuration) return built;

  const passwords = sealPasswords(configuration);
  built = {
    configuration,
    passwords,
    ...sessionPlace(configuration, passwords, env.LAYERKICK_KV),
<<<<<<< HEAD
    provider: workosProvider({
      connection: workosConnection(env, configuration),
      issuers: configuration.WORKOS_ISSUERS,
      keptKeys: keptSigningKeys(env.LAYERKICK_KV, configuration.WORKOS_CLIENT_ID),
      clock: Date.now,
      log,
    }),
=======
    provider: providerOf(configuration, env),
>>>>>>> eaba004 (feat(auth): sign in at any provider of OpenID Connect)
  };
  return built;
}

<<<<<<< HEAD
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
  const key = `signing-keys:${whose}`;
  return { read: () => kv.get(key), keep: (keys) => kv.put(key, keys) };
}

=======
>>>>>>> eaba004 (feat(auth): sign in at any provider of OpenID Connect)
function sealPasswords(configuration: Configuration): SealPasswords {
  const current = configuration.WORKOS_COOKIE_PASSWORD;
  const previous = configuration.WORKOS_COOKIE_PASSWORD_PREVIOUS;
  return previous === undefined ? { current } : { current, previous };
}
