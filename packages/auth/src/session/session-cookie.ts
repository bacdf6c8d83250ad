import { type Cookies, deleteCookie, type SetCookie, setCookie } from '../cookie.ts';

const SESSION_COOKIE = 'wos-session';
/** 30 days since the session was last renewed. */
export const SESSION_LIFE_SECONDS = 30 * 24 * 60 * 60;
/**
 * Browsers drop a cookie over 4,096 bytes, name and attributes included, without a word: that looks like being
 * signed out at once.
 */
const LARGEST = 3800;

// "Secure" is accepted from http://localhost by browsers, so there is no weaker form of this cookie.
const SECURE = true;

/** What the browser holds: a sealed session, or the id of one that is kept elsewhere. Null where there is nothing. */
export function readSessionCookie(cookies: Cookies): string | null {
  return cookies.get(SESSION_COOKIE) || null;
}

export function fitsSessionCookie(value: string): boolean {
  return value.length <= LARGEST;
}

/** @param domain where organizations have subdomains: ours, so that a session is one for all */
export function writeSessionCookie(value: string, domain?: string): SetCookie {
  return setCookie(SESSION_COOKIE, value, { maxAge: SESSION_LIFE_SECONDS, secure: SECURE, domain });
}

export function deleteSessionCookie(domain?: string): SetCookie {
  return deleteCookie(SESSION_COOKIE, SECURE, domain);
}
