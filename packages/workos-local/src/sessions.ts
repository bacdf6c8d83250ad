import { randomBytes } from 'node:crypto';
import type { Records } from './emulator.ts';
import { generateId } from './emulator.ts';

const SESSION_LIFE_MS = 30 * 24 * 60 * 60 * 1000;

export interface RefreshToken {
  readonly token: string;
  readonly sessionId: string;
}

/** A session as `listSessions` answers it, without the dates that the emulator keeps by itself. */
export interface SessionRecord {
  readonly id: string;
  readonly user_id: string;
  /** The organization that the session is in now, or `null`. */
  readonly organization_id: string | null;
  readonly ip_address: string | null;
  readonly user_agent: string | null;
  readonly auth_method: string;
  readonly expires_at: string;
}

/** What a client holds after a sign-in or a refresh. */
export interface Grant {
  readonly session: SessionRecord;
  readonly refreshToken: string;
}

export type Exchange =
  | { ok: true; grant: Grant }
  | { ok: false; error: 'invalid_grant' | 'access_denied'; why: string };

interface Snapshot {
  readonly sessions: SessionRecord[];
  readonly refreshTokens: RefreshToken[];
}

/**
 * Sessions and their refresh tokens. A refresh token works once and only while its session lives; the emulator's own
 * "revoke session" removes the record, which ends the session here as well.
 */
export class Sessions {
  readonly #records: Records;
  readonly #now: () => number;
  readonly #refreshTokens = new Map<string, RefreshToken>();

  constructor(records: Records, now: () => number) {
    this.#records = records;
    this.#now = now;
  }

  begin(start: Omit<SessionRecord, 'id' | 'expires_at'>): Grant {
    const session = {
      ...start,
      id: generateId('session'),
      expires_at: new Date(this.#now() + SESSION_LIFE_MS).toISOString(),
    };
    this.#insert(session);
    return { session, refreshToken: this.#issue(session.id) };
  }

  /**
   * Spends a refresh token. A refused change of organization does not spend it, so that the session goes on as it was.
   *
   * @param organizationId the organization to be in from now on; left out, the one the session is in
   * @param isMember whether the session's person is an active member of an organization
   */
  exchange(
    token: string,
    organizationId: string | undefined,
    isMember: (userId: string, organizationId: string) => boolean,
  ): Exchange {
    const held = this.#refreshTokens.get(token);
    if (!held) return invalidGrant('Refresh token is unknown or has already been exchanged.');
    const session = this.find(held.sessionId);
    if (!session) return invalidGrant('Session has already ended.');
    const next = organizationId ?? session.organization_id;
    if (next !== null && !isMember(session.user_id, next)) {
      return {
        ok: false,
        error: 'access_denied',
        why: 'The user is not an active member of the organization.',
      };
    }
    this.#refreshTokens.delete(token);
    this.#records.sessions.update(session.id, { organization_id: next });
    return {
      ok: true,
      grant: { session: { ...session, organization_id: next }, refreshToken: this.#issue(session.id) },
    };
  }

  find(id: string): SessionRecord | undefined {
    const session = this.#records.sessions.get(id) as SessionRecord | undefined;
    return session && Date.parse(session.expires_at) > this.#now() ? session : undefined;
  }

  end(id: string): void {
    this.#records.sessions.delete(id);
  }

  snapshot(): Snapshot {
    const sessions = this.#records.sessions
      .all()
      .map(({ id }) => this.find(id))
      .filter((session) => session !== undefined);
    const alive = new Set(sessions.map(({ id }) => id));
    return {
      sessions,
      refreshTokens: [...this.#refreshTokens.values()].filter((each) => alive.has(each.sessionId)),
    };
  }

  /** Takes up what an earlier run had; sessions of people who no longer exist are left out. */
  restore(snapshot: Snapshot): void {
    for (const session of snapshot.sessions)
      if (this.#records.users.get(session.user_id)) this.#insert(session);
    for (const each of snapshot.refreshTokens)
      if (this.find(each.sessionId)) this.#refreshTokens.set(each.token, each);
  }

  #insert(session: SessionRecord): void {
    const record = { ...session, object: 'session' as const, status: 'active', ended_at: null };
    this.#records.sessions.insert(record);
  }

  #issue(sessionId: string): string {
    const token = randomBytes(24).toString('base64url');
    this.#refreshTokens.set(token, { token, sessionId });
    return token;
  }
}

function invalidGrant(why: string): Exchange {
  return { ok: false, error: 'invalid_grant', why };
}
