import { equalInConstantTime } from '@layerkick/auth/constant-time';
import { type Cookies, type SetCookie, setCookie } from '@layerkick/auth/cookie';
import type { StoredShare } from './share-links.server.ts';
import { isPassword } from './share-password.ts';

/** Wrong passwords of one link in one window, whoever sends them: a guesser is many addresses, a link is one. */
export const MOST_ATTEMPTS = 10;
const WINDOW_MS = 15 * 60_000;
/** So long a browser that said the password need not say it again. */
const UNLOCKED_SECONDS = 12 * 60 * 60;

export interface UnlockParts {
  readonly db: D1Database;
  /** What our cookies are sealed with. */
  readonly secret: string;
  readonly secure: boolean;
  /** Epoch ms. */
  readonly now: number;
}

export type Unlocked =
  | { readonly ok: true; readonly cookie: SetCookie }
  | { readonly ok: false; readonly code: 'wrong_password' | 'limited' };

/** Tries a password. Each attempt is counted before it is looked at, so that many at once are not more than allowed. */
export async function unlock(share: StoredShare, password: string, parts: UnlockParts): Promise<Unlocked> {
  if ((await countAttempt(share.id, parts)) > MOST_ATTEMPTS) return { ok: false, code: 'limited' };
  if (share.password === null || !(await isPassword(password, share.password))) {
    return { ok: false, code: 'wrong_password' };
  }
  await parts.db.prepare('DELETE FROM share_attempt WHERE link = ?').bind(share.id).run();
  const until = parts.now + UNLOCKED_SECONDS * 1000;
  const value = `${until}.${await signature(share, until, parts.secret)}`;
  const { secure } = parts;
  return { ok: true, cookie: setCookie(cookieName(share), value, { maxAge: UNLOCKED_SECONDS, secure }) };
}

/** Whether this browser said the link's password not long ago. */
export async function isUnlocked(
  share: StoredShare,
  cookies: Cookies,
  { secret, now }: Pick<UnlockParts, 'secret' | 'now'>,
): Promise<boolean> {
  const [until = '', signed = ''] = (cookies.get(cookieName(share)) ?? '').split('.');
  if (!/^\d{1,16}$/.test(until) || Number(until) <= now) return false;
  return equalInConstantTime(signed, await signature(share, Number(until), secret));
}

async function countAttempt(id: string, { db, now }: UnlockParts): Promise<number> {
  const counted = await db
    .prepare(
      `INSERT INTO share_attempt (link, attempts, since) VALUES (?1, 1, ?3)
       ON CONFLICT (link) DO UPDATE SET
         attempts = CASE WHEN since > ?2 THEN attempts + 1 ELSE 1 END,
         since = CASE WHEN since > ?2 THEN since ELSE ?3 END
       RETURNING attempts`,
    )
    .bind(id, now - WINDOW_MS, now)
    .first<number>('attempts');
  return counted ?? Number.POSITIVE_INFINITY;
}

function cookieName({ id }: StoredShare): string {
  return `lk-${id}`;
}

/** Of this link with this password: what was said for another one, or before it was changed, is worth nothing. */
async function signature({ id, password }: StoredShare, until: number, secret: string): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(`share-unlock\n${secret}`),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const signed = await crypto.subtle.sign('HMAC', key, encoder.encode(JSON.stringify([id, password, until])));
  return Array.from(new Uint8Array(signed), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
