import { AuthenticationException, OauthException } from '@workos-inc/node';

/** What a failed call to WorkOS says about the person, as opposed to about the network or our configuration. */
export type Failure =
  | { readonly about: 'person'; readonly reason: string }
  | { readonly about: 'service'; readonly reason: string };

/** Codes of OAuth that mean the presented code or token is no good; every other one is our own mistake. */
const SPENT = new Set(['invalid_grant']);

/**
 * Only a clear statement about the person counts as one. A rate limit, a 5xx, a page of HTML in between, a timeout
 * or a wrong API key say nothing about anybody's session.
 */
export function classifyFailure(error: unknown): Failure {
  if (error instanceof OauthException && SPENT.has(error.error ?? '')) {
    return { about: 'person', reason: error.error ?? '' };
  }
  if (error instanceof AuthenticationException) return { about: 'person', reason: error.code };
  if (error instanceof Error) {
    const status = 'status' in error && typeof error.status === 'number' ? ` ${error.status}` : '';
    return { about: 'service', reason: `${error.name}${status}` };
  }
  return { about: 'service', reason: 'unknown' };
}
