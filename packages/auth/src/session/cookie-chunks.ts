import { type Cookies, deleteCookie, type SetCookie, setCookie } from '../cookie.ts';
import { SessionTooLargeError } from '../session-store.ts';

export const SESSION_COOKIE = 'wos-session';
/** 30 days. */
const MAX_AGE = 30 * 24 * 60 * 60;
/** Browsers drop a cookie over 4,096 bytes, name and attributes included. */
const CHUNK = 3800;
/** Together well under the 16 kB of headers that servers commonly accept. */
const MOST_CHUNKS = 3;

// "Secure" is accepted from http://localhost by browsers, so there is no weaker form of this cookie.
const SECURE = true;

/**
 * The sealed session in a browser's cookies: `wos-session` while it fits, else `wos-session.1`, `wos-session.2`, ….
 * A cookie that is too large is dropped by browsers without a word, which looks like being signed out at once.
 */
export function readSealedSession(cookies: Cookies): string | null {
  const whole = cookies.get(SESSION_COOKIE);
  if (whole !== undefined && whole !== '') return whole;
  let joined = '';
  for (let n = 1; n <= MOST_CHUNKS; n++) {
    const chunk = cookies.get(chunkName(n));
    if (chunk === undefined || chunk === '') break;
    joined += chunk;
  }
  return joined === '' ? null : joined;
}

/** Also removes what is left of a session that was cut differently. @throws {SessionTooLargeError} */
export function writeSealedSession(sealed: string, cookies: Cookies): SetCookie[] {
  if (sealed.length <= CHUNK) {
    const whole = setCookie(SESSION_COOKIE, sealed, { maxAge: MAX_AGE, secure: SECURE });
    return [...leftovers(cookies, new Set([SESSION_COOKIE])), whole];
  }
  const count = Math.ceil(sealed.length / CHUNK);
  if (count > MOST_CHUNKS) {
    throw new SessionTooLargeError(`A sealed session of ${sealed.length} bytes does not fit into cookies`);
  }
  const chunks = Array.from({ length: count }, (_, index) =>
    setCookie(chunkName(index + 1), sealed.slice(index * CHUNK, (index + 1) * CHUNK), {
      maxAge: MAX_AGE,
      secure: SECURE,
    }),
  );
  return [...leftovers(cookies, new Set(chunks.map(({ name }) => name))), ...chunks];
}

export function clearSealedSession(cookies: Cookies): SetCookie[] {
  return [...leftovers(cookies, new Set([SESSION_COOKIE])), deleteCookie(SESSION_COOKIE, SECURE)];
}

function leftovers(cookies: Cookies, kept: ReadonlySet<string>): SetCookie[] {
  const ours = [...cookies.keys()].filter(
    (name) => name === SESSION_COOKIE || /^wos-session\.\d{1,2}$/.test(name),
  );
  return ours.filter((name) => !kept.has(name)).map((name) => deleteCookie(name, SECURE));
}

function chunkName(n: number): string {
  return `${SESSION_COOKIE}.${n}`;
}
