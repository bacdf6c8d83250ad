import type { RefreshOutcome } from '../provider.ts';
import type { AccessTokenClaims } from '../tokens/claims.ts';

/** An access token with less than this left is renewed ahead of time, while failing to do so still hurts nobody. */
const NEAR_EXPIRY_MS = 60 * 1000;

/** How much a session needs a new access token. */
export type RefreshNeed = 'none' | 'soon' | 'now';

/** @param now epoch ms */
export function refreshNeed(token: 'valid' | 'expired', claims: AccessTokenClaims, now: number): RefreshNeed {
  if (token === 'expired') return 'now';
  return claims.exp * 1000 - now < NEAR_EXPIRY_MS ? 'soon' : 'none';
}

/**
 * What a failed refresh means for the person.
 *
 * Only the provider's clear "this session is over" signs anybody out, and only once the current token is over as
 * well: another tab may have refreshed in the meantime, and its cookie must survive our answer.
 */
export function afterFailedRefresh(
  need: 'soon' | 'now',
  failure: Exclude<RefreshOutcome['kind'], 'refreshed'>,
): 'keep-current' | 'sign-out' | 'unavailable' {
  if (need === 'soon') return 'keep-current';
  return failure === 'terminal' ? 'sign-out' : 'unavailable';
}
