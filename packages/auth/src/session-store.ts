import type { Cookies, SetCookie } from './cookie.ts';
import type { Session } from './session/session.ts';

/** Where sessions are kept between requests. The browser's side is always cookies. */
export interface SessionStore {
  read(cookies: Cookies): Promise<StoredSession>;
  /** Replaces whatever the browser had. @throws {SessionTooLargeError} */
  write(session: Session, cookies: Cookies): Promise<readonly SetCookie[]>;
  /** Removes every trace; the last cookie that is set is the deletion of the session's own. */
  clear(cookies: Cookies): Promise<readonly SetCookie[]>;
}

export type StoredSession =
  | { readonly kind: 'none' }
  /** There is something, but not a session of ours. */
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'found';
      readonly session: Session;
      /** Sealed with the password before this one: write it again. */
      readonly outdated: boolean;
    };

export class SessionTooLargeError extends Error {
  readonly code = 'session_too_large';
}
