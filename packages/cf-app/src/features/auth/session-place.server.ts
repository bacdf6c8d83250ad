import type { SessionStore } from '@layerkick/auth/session-store';
import { cookieOrKvStore } from '@layerkick/auth/session/cookie-or-kv-store';
import { type KeptSessions, keptSessions } from '@layerkick/auth/session/kept-sessions';
import type { SealPasswords } from '@layerkick/auth/session/seal';
import type { Configuration } from '#/env.server.ts';
import { log } from '#/lib/log.server.ts';

/** Where this deployment keeps sessions. */
export function sessionPlace(
  configuration: Configuration,
  passwords: SealPasswords,
  kv: KVNamespace,
): { readonly store: SessionStore; readonly keptSessions: KeptSessions } {
  const kept = keptSessions({
    kv,
    random: (bytes) => crypto.getRandomValues(bytes),
    clock: Date.now,
    log,
  });
  const { APP_ORIGIN, ORGANIZATION_STRATEGIES } = configuration;
  const store = cookieOrKvStore({
    ...(ORGANIZATION_STRATEGIES.includes('subdomain') ? { domain: new URL(APP_ORIGIN).hostname } : {}),
    place: configuration.SESSION_STORE,
    kept,
    passwords,
    clock: Date.now,
    log,
  });
  return { store, keptSessions: kept };
}
