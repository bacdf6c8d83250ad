import type { Cookies, SetCookie } from './cookie.ts';
import type { Session } from './session/session.ts';

/** Where sessions are kept between requests. The browser's side is always one cookie. */
export interface SessionStore {
  read(cookies: Cookies): Promise<StoredSession>;
  /** Replaces whatever the browser had. @throws {SessionNotKeptError} */
  write(session: Session, cookies: Cookies): Promise<readonly SetCookie[]>;
  /** Removes every trace; the cookie goes even where the rest cannot be reached. */
  clear(cookies: Cookies): Promise<readonly SetCookie[]>;
}

export type StoredSession =
  | { readonly kind: 'none' }
  /** There is something, but not a session of ours, or not any more. */
  | { readonly kind: 'unreadable' }
  /** There may be a session; where it is kept does not answer. */
  | { readonly kind: 'unavailable' }
  | {
      readonly kind: 'found';
      readonly session: Session;
      /** Sealed with the password before this one: write it again. */
      readonly outdated: boolean;
    };

/** Neither the browser nor the place behind it takes this session. */
export class SessionNotKeptError extends Error {
  readonly code = 'session_not_kept';
}
