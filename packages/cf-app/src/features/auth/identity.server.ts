import type { AuthProvider } from '@layerkick/auth/provider';
import type { SessionStore } from '@layerkick/auth/session-store';
import type { KeptSessions } from '@layerkick/auth/session/kept-sessions';
import type { SealPasswords } from '@layerkick/auth/session/seal';
import { type Configuration, readConfiguration } from '#/env.server.ts';
import { providerOf } from './session-provider.server.ts';
import { sessionPlace } from './session-place.server.ts';

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
    provider: providerOf(configuration, env),
  };
  return built;
}

function sealPasswords(configuration: Configuration): SealPasswords {
  const current = configuration.WORKOS_COOKIE_PASSWORD;
  const previous = configuration.WORKOS_COOKIE_PASSWORD_PREVIOUS;
  return previous === undefined ? { current } : { current, previous };
}
