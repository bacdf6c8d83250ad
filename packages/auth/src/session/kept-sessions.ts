import type { Clock } from '../clock.ts';
import { randomToken } from '../flow/pkce.ts';
import type { Log } from '../log.ts';
import { SESSION_LIFE_SECONDS } from './session-cookie.ts';
import { keyOfSession, successorId } from './session-id.ts';
import { keptNote, type KeptSession, listNotes, noteKey, type SessionOwner } from './session-notes.ts';

/** The least that KV takes. Requests that left with the id of before still find their session that long. */
const RETIRED_SECONDS = 60;

export interface KeptSessionsParts {
  readonly kv: KVNamespace;
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** Sealed sessions in KV, each under the hash of an id that only its browser knows. */
export interface KeptSessions {
  /** @throws where KV does not answer */
  read(id: string): Promise<string | null>;
  /**
   * Keeps a session under a new id, which is returned, and lets the id of before end within a minute.
   *
   * @throws where KV does not answer
   */
  write(sealed: string, owner: SessionOwner, replaced: Replaced | null): Promise<string>;
  /** Lets a session end within a minute that is kept elsewhere from now on. */
  retire(id: string): Promise<void>;
  /** @throws where KV does not answer */
  delete(id: string): Promise<void>;
  /** A person's sessions that are kept here. @throws where KV does not answer */
  of(userId: string): Promise<readonly KeptSession[]>;
  /** Removes one of them. Others may find it for another minute: its `sid` has to be revoked as well. */
  deleteOf(userId: string, sid: string): Promise<void>;
}

/** The session that a new one follows in the same browser. */
export interface Replaced {
  readonly id: string;
  /** Of the new session. */
  readonly refreshToken: string;
}

/**
 * What is kept under an id never changes: KV shows others for a minute what was there before, and a session of before
 * holds a refresh token that is spent. So each renewal goes under an id of its own. It follows from the id and the
 * refresh token: requests that renew a session together, here and in other isolates, keep one and not twenty.
 */
export function keptSessions({ kv, random, clock, log }: KeptSessionsParts): KeptSessions {
  async function keep(id: string, sealed: string, owner: SessionOwner): Promise<string> {
    const key = await keyOfSession(id);
    const note = await noteKey(owner);
    await kv.put(key, sealed, { expirationTtl: SESSION_LIFE_SECONDS, metadata: { note } });
    await attempt('session_not_noted', () =>
      kv.put(note, key, {
        expirationTtl: SESSION_LIFE_SECONDS,
        metadata: { signedInAt: owner.signedInAt, renewedAt: clock() },
      }),
    );
    return note;
  }

  async function find(id: string) {
    const key = await keyOfSession(id);
    const { value, metadata } = await kv.getWithMetadata(key);
    return { key, sealed: value, note: keptNote(metadata) };
  }

  async function retire(id: string, note: string | null): Promise<void> {
    await attempt('session_not_retired', async () => {
      const found = await find(id);
      if (found.sealed === null) return;
      await kv.put(found.key, found.sealed, {
        expirationTtl: RETIRED_SECONDS,
        metadata: { note: found.note },
      });
      if (found.note !== null && found.note !== note) await kv.delete(found.note);
    });
  }

  /** For what is tidy rather than needed. */
  async function attempt(event: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      log.warn(event, { cause: String(cause) });
    }
  }

  return {
    read: async (id) => kv.get(await keyOfSession(id)),

    async write(sealed, owner, replaced) {
      let id =
        replaced === null ? randomToken(random) : await successorId(replaced.id, replaced.refreshToken);
      let note: string;
      try {
        note = await keep(id, sealed, owner);
      } catch {
        // KV takes one write a second to a key: another isolate may just have kept the same session.
        id = randomToken(random);
        note = await keep(id, sealed, owner);
      }
      if (replaced !== null) await retire(replaced.id, note);
      return id;
    },

    retire: (id) => retire(id, null),

    async delete(id) {
      const { key, note } = await find(id);
      await kv.delete(key);
      if (note !== null) await kv.delete(note);
    },

    of: (userId) => listNotes(kv, userId),

    async deleteOf(userId, sid) {
      const note = await noteKey({ userId, sid });
      const key = await kv.get(note);
      if (key !== null) await kv.delete(key);
      await kv.delete(note);
    },
  };
}
