import type { Clock } from '../clock.ts';
import type { Cookies } from '../cookie.ts';
import type { Log } from '../log.ts';
import { SessionNotKeptError, type SessionStore, type StoredSession } from '../session-store.ts';
import type { KeptSessions } from './kept-sessions.ts';
import { type SealPasswords, sealJson, unsealJson } from './seal.ts';
import { rememberOpened } from './remembered-sessions.ts';
import { type Session, session } from './session.ts';
import {
  deleteSessionCookie,
  fitsSessionCookie,
  readSessionCookie,
  writeSessionCookie,
} from './session-cookie.ts';
import { isSessionId } from './session-id.ts';
import type { SessionOwner } from './session-notes.ts';
import { sidOf } from './sid-of.ts';

export interface SessionStoreParts {
  /** Where sessions go that fit into either. */
  readonly place: 'cookie' | 'kv';
  readonly kept: KeptSessions;
  readonly passwords: SealPasswords;
  /** Of the cookie, where subdomains get it, too. */
  readonly domain?: string;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Sessions are sealed and live in the browser's cookie, or in KV under an id that is in the cookie. What the cookie holds
 * says which, so that changing `place` signs nobody out; a session goes where it fits when its own place does not take it.
 */
export function cookieOrKvStore({
  place,
  kept,
  passwords,
  domain,
  clock,
  log,
}: SessionStoreParts): SessionStore {
  const open = rememberOpened((sealed) => unsealSession(sealed, passwords), clock);

  async function find(value: string): Promise<StoredSession> {
    if (!isSessionId(value)) return open(value);
    try {
      const sealed = await kept.read(value);
      return sealed === null ? { kind: 'unreadable' } : await open(sealed);
    } catch (cause) {
      log.error('kept_session_unavailable', { cause: String(cause) });
      return { kind: 'unavailable' };
    }
  }

  async function inCookie(sealed: string, before: string | null) {
    if (before !== null) await kept.retire(before);
    return [writeSessionCookie(sealed, domain)];
  }

  return {
    async read(cookies) {
      const value = readSessionCookie(cookies);
      return value === null ? { kind: 'none' } : find(value);
    },

    async write(opened, cookies) {
      const sealed = await sealJson(opened, passwords);
      const before = keptId(cookies);
      const fits = fitsSessionCookie(sealed);
      if (place === 'cookie' && fits) return inCookie(sealed, before);
      try {
        const replaced = before === null ? null : { id: before, refreshToken: opened.refreshToken };
        return [writeSessionCookie(await kept.write(sealed, ownerOf(opened), replaced), domain)];
      } catch (cause) {
        log.error('session_not_kept', { fitsCookie: fits, cause: String(cause) });
        if (!fits)
          throw new SessionNotKeptError('KV does not answer, and no cookie is large enough', { cause });
        return inCookie(sealed, before);
      }
    },

    async clear(cookies) {
      const id = keptId(cookies);
      try {
        if (id !== null) await kept.delete(id);
      } catch (cause) {
        log.error('kept_session_not_deleted', { cause: String(cause) });
      }
      return [deleteSessionCookie(domain)];
    },
  };
}

async function unsealSession(sealed: string, passwords: SealPasswords): Promise<StoredSession> {
  const unsealed = await unsealJson(sealed, passwords);
  if (unsealed.kind === 'unreadable') return { kind: 'unreadable' };
  const parsed = session.safeParse(unsealed.value);
  if (!parsed.success) return { kind: 'unreadable' };
  return { kind: 'found', session: parsed.data, outdated: unsealed.withPrevious };
}

function keptId(cookies: Cookies): string | null {
  const value = readSessionCookie(cookies);
  return value !== null && isSessionId(value) ? value : null;
}

function ownerOf(opened: Session): SessionOwner {
  return { userId: opened.user.id, sid: sidOf(opened) ?? '', signedInAt: opened.signedInAt ?? null };
}
