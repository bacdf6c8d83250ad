import type { RefreshOutcome } from '../provider.ts';
import type { AccessTokenClaims } from '../tokens/claims.ts';
import type { Session } from './session.ts';

/** An access token with less than this left is renewed ahead of time, while failing to do so still hurts nobody. */
const NEAR_EXPIRY_MS = 60 * 1000;

/**
 * Nobody stays signed in longer, however often the session is renewed, in ms. A copy of a cookie has no end of its own;
 * this is it, and what makes it safe to forget sessions that were ended longer ago.
 */
export const LONGEST_SESSION_MS = 365 * 24 * 60 * 60 * 1000;

/** @param now epoch ms */
export function isTooOld({ signedInAt }: Pick<Session, 'signedInAt'>, now: number): boolean {
  return signedInAt !== undefined && now - signedInAt > LONGEST_SESSION_MS;
}

/** How much a session needs a new access token. */
export type RefreshNeed = 'none' | 'soon' | 'now';

/** @param now epoch ms */
export function refreshNeed(token: 'valid' | 'expired', claims: AccessTokenClaims, now: number): RefreshNeed {
  if (token === 'expired') return 'now';
  return claims.exp * 1000 - now < NEAR_EXPIRY_MS ? 'soon' : 'none';
}

/**
 * How long after the end of their last good token people go on reading while WorkOS cannot be asked, in ms. Long enough
 * for an outage, and short enough that nobody who lost their access reads on for long by provoking failures.
 */
export const GRACE_MS = 60 * 60 * 1000;

/**
 * What a failed refresh means for the person.
 *
 * Only the provider's clear "this session is over" signs anybody out, and only once the current token is over as
 * well: another tab may have refreshed in the meantime, and its cookie must survive our answer. An outage lets people
 * go on, degraded, for {@link GRACE_MS}.
 *
 * @param now epoch ms
 */
export function afterFailedRefresh(
  need: 'soon' | 'now',
  failure: Exclude<RefreshOutcome['kind'], 'refreshed'>,
  claims: AccessTokenClaims,
  now: number,
): 'keep-current' | 'degraded' | 'sign-out' | 'unavailable' {
  if (need === 'soon') return 'keep-current';
  // Where the session's organization is closed to the person, the next sign-in leads to another.
  if (failure !== 'transient') return 'sign-out';
  return now < claims.exp * 1000 + GRACE_MS ? 'degraded' : 'unavailable';
}
