import type { Clock } from '../clock.ts';
import type { Cookies, SetCookie } from '../cookie.ts';
import type { Log } from '../log.ts';
import type { AuthProvider, RefreshOutcome, RefreshRequest } from '../provider.ts';
import { type SessionStore, SessionNotKeptError } from '../session-store.ts';
import type { AccessTokenClaims } from '../tokens/claims.ts';
import type { TokenCheck } from '../tokens/verify.ts';
import type { KnownSession, KnownSessions } from './known-sessions.ts';
import { afterFailedRefresh, isTooOld, refreshNeed } from './policy.ts';
import type { Session } from './session.ts';

export interface SessionParts {
  readonly provider: Pick<AuthProvider, 'verify'>;
  readonly store: SessionStore;
  /** Sessions that were found good a moment ago; none are where left out. */
  readonly known?: KnownSessions;
  /** Whether the session of these claims was ended here. Asked on every request. */
  readonly revoked: { has(sid: string, claims: AccessTokenClaims): Promise<boolean> };
  /** Renews a session; however many requests ask at once, the provider is asked once. */
  readonly refresh: (request: RefreshRequest, need: 'soon' | 'now') => Promise<RefreshOutcome>;
  readonly clock: Clock;
  readonly log: Log;
}

export type SessionOutcome =
  | {
      readonly kind: 'signed-in';
      readonly session: Session;
      readonly claims: AccessTokenClaims;
      readonly setCookies: readonly SetCookie[];
      /** The token is over and the provider cannot be asked for another: good enough for reading only. */
      readonly degraded: boolean;
    }
  | { readonly kind: 'signed-out'; readonly setCookies: readonly SetCookie[] }
  /** Who is asking cannot be told for now. This is not "signed out": no cookie is ever deleted here. */
  | { readonly kind: 'unavailable'; readonly setCookies: readonly SetCookie[] };

const UNAVAILABLE = { kind: 'unavailable', setCookies: [] } as const;
const NOBODY_CAN_TELL = 'The standing of a session cannot be read';

/**
 * Who the cookies belong to that hold a session which was found good a moment ago.
 *
 * @param ended whether it was ended here, to be asked on every request; null where nobody can tell
 */
export function resolveKnown(
  known: KnownSession,
  ended: boolean | null,
  cookies: Cookies,
  { store, log }: Pick<SessionParts, 'store' | 'log'>,
): SessionOutcome | Promise<SessionOutcome> {
  if (ended === null) {
    log.error('revocation_list_unavailable', { cause: NOBODY_CAN_TELL });
    return UNAVAILABLE;
  }
  return ended ? signOut(cookies, store) : known;
}

async function signOut(cookies: Cookies, store: SessionStore): Promise<SessionOutcome> {
  return { kind: 'signed-out', setCookies: await store.clear(cookies) };
}

/** Who the cookies belong to, renewing the session where that is due. */
export async function resolveSession(cookies: Cookies, parts: SessionParts): Promise<SessionOutcome> {
  const signedOut = () => signOut(cookies, parts.store);

  const stored = await parts.store.read(cookies);
  if (stored.kind === 'none') return { kind: 'signed-out', setCookies: [] };
  if (stored.kind === 'unreadable') return signedOut();
  if (stored.kind === 'unavailable') return UNAVAILABLE;
  if (isTooOld(stored.session, parts.clock())) return signedOut();

  const token = await parts.provider.verify(stored.session.accessToken);
  if (token.kind === 'refused') return signedOut();
  if (token.kind === 'unavailable') return UNAVAILABLE;

  const revoked = await isRevoked(token.claims, parts);
  if (revoked === 'unknown') return UNAVAILABLE;
  if (revoked) return signedOut();

  const need = refreshNeed(token.kind, token.claims, parts.clock());
  const current = {
    kind: 'signed-in',
    session: stored.session,
    claims: token.claims,
    degraded: false,
  } as const;
  // Where it cannot be written now, the password before is still good.
  const setCookies = (stored.outdated ? await keep(stored.session, cookies, parts) : null) ?? [];
  if (need === 'none') {
    if (stored.outdated) return { ...current, setCookies };
    const good: KnownSession = { ...current, setCookies: [] };
    parts.known?.keep(cookies, good);
    return good;
  }

  const outcome = await parts.refresh(refreshRequest(stored.session, token.claims), need);
  if (outcome.kind === 'refreshed') {
    return adopt(withOurNotes(stored.session, outcome.session), token.claims, cookies, parts);
  }
  const meaning = afterFailedRefresh(need, outcome.kind, token.claims, parts.clock());
  if (meaning === 'keep-current') return { ...current, setCookies };
  if (meaning === 'degraded') return { ...current, degraded: true, setCookies };
  return meaning === 'sign-out' ? signedOut() : UNAVAILABLE;
}

async function adopt(
  session: Session,
  before: AccessTokenClaims,
  cookies: Cookies,
  parts: SessionParts,
): Promise<SessionOutcome> {
  const token = await parts.provider.verify(session.accessToken);
  const refusal = refusalOf(session, token, before);
  if (refusal !== null) {
    parts.log.error('refreshed_session_refused', { reason: refusal });
    return signOut(cookies, parts.store);
  }
  // The old refresh token is spent: even when the new access token cannot be used now, the new session must be kept.
  const setCookies = await keep(session, cookies, parts);
  if (setCookies === null) return UNAVAILABLE;
  if (token.kind !== 'valid') return { kind: 'unavailable', setCookies };
  return { kind: 'signed-in', session, claims: token.claims, degraded: false, setCookies };
}

async function keep(
  session: Session,
  cookies: Cookies,
  { store }: SessionParts,
): Promise<readonly SetCookie[] | null> {
  try {
    return await store.write(session, cookies);
  } catch (error) {
    if (error instanceof SessionNotKeptError) return null;
    throw error;
  }
}

/** Whatever goes wrong at the provider or between here and there, nobody goes on as somebody else. */
function refusalOf(session: Session, token: TokenCheck, before: AccessTokenClaims): string | null {
  if (token.kind === 'refused') return token.reason;
  const subject = token.kind === 'unavailable' ? before.sub : token.claims.sub;
  return subject === before.sub && session.user.id === before.sub ? null : 'another_person';
}

function isRevoked(
  claims: AccessTokenClaims,
  { revoked, log }: Pick<SessionParts, 'revoked' | 'log'>,
): Promise<boolean | 'unknown'> {
  return revoked.has(claims.sid, claims).catch((cause: unknown) => {
    log.error('revocation_list_unavailable', { cause: String(cause) });
    return 'unknown' as const;
  });
}

/** The provider knows nothing of what we noted on the session. */
export function withOurNotes({ sid, signedInAt, signedInBy }: Session, renewed: Session): Session {
  return {
    ...renewed,
    ...(sid === undefined ? {} : { sid }),
    ...(signedInAt === undefined ? {} : { signedInAt }),
    ...(signedInBy === undefined ? {} : { signedInBy }),
  };
}

function refreshRequest(session: Session, claims: AccessTokenClaims): RefreshRequest {
  const { refreshToken } = session;
  return claims.org_id === undefined ? { refreshToken } : { refreshToken, organizationId: claims.org_id };
}
