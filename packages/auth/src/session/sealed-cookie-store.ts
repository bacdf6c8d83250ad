import type { SessionStore } from '../session-store.ts';
import { clearSealedSession, readSealedSession, writeSealedSession } from './cookie-chunks.ts';
import { type SealPasswords, sealJson, unsealJson } from './seal.ts';
import { session } from './session.ts';

/** Sessions live in the browser, sealed. Nothing to store, nothing to look up. */
export function sealedCookieStore(passwords: SealPasswords): SessionStore {
  return {
    async read(cookies) {
      const sealed = readSealedSession(cookies);
      if (sealed === null) return { kind: 'none' };
      const unsealed = await unsealJson(sealed, passwords);
      if (unsealed.kind === 'unreadable') return { kind: 'unreadable' };
      const parsed = session.safeParse(unsealed.value);
      if (!parsed.success) return { kind: 'unreadable' };
      return { kind: 'found', session: parsed.data, outdated: unsealed.withPrevious };
    },
    async write(opened, cookies) {
      return writeSealedSession(await sealJson(opened, passwords), cookies);
    },
    clear: (cookies) => Promise.resolve(clearSealedSession(cookies)),
  };
}
