import type { Clock } from '../clock.ts';
import type { Cookies } from '../cookie.ts';
import { Recent } from '../recent.ts';
import type { AccessTokenClaims } from '../tokens/claims.ts';
import { isTooOld, refreshNeed } from './policy.ts';
import { readSessionCookie } from './session-cookie.ts';
import { isSessionId } from './session-id.ts';
import type { Session } from './session.ts';

/** A session in a cookie whose seal, age and token were found good, and of which nothing is due. */
export interface KnownSession {
  readonly kind: 'signed-in';
  readonly session: Session;
  readonly claims: AccessTokenClaims;
  readonly setCookies: readonly [];
  readonly degraded: false;
}

/**
 * Sessions that were found good a moment ago, by what the cookie holds. Opening and checking one takes longer than all
 * the rest of a small request, and comes to the same: a seal and a signature stay what they are. What may change is asked each
 * time: whether it is to be renewed here, whether it was ended by who asks. A session in KV can be deleted there, and is
 * read each time.
 */
export interface KnownSessions {
  of(cookies: Cookies): KnownSession | null;
  keep(cookies: Cookies, known: KnownSession): void;
}

const KNOWN_MS = 30 * 1000;
const MOST_SESSIONS = 500;

export function knownSessions(clock: Clock): KnownSessions {
  const recent = new Recent<KnownSession>(MOST_SESSIONS, clock);
  return {
    of(cookies) {
      const value = readSessionCookie(cookies);
      const found = value === null ? undefined : recent.get(value);
      if (found === undefined || found.ageMs >= KNOWN_MS) return null;
      const { session, claims } = found.value;
      const now = clock();
      return refreshNeed('valid', claims, now) === 'none' && !isTooOld(session, now) ? found.value : null;
    },
    keep(cookies, known) {
      const value = readSessionCookie(cookies);
      if (value !== null && !isSessionId(value)) recent.keep(value, known);
    },
  };
}
