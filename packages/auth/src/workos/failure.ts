import { AuthenticationException, OauthException } from '@workos-inc/node';
import { z } from 'zod';
import type { OrganizationChoice } from '../provider.ts';

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

/** Whether WorkOS keeps somebody out of an organization that they asked for, rather than out of everything. */
export function isOrganizationRefusal(error: unknown): boolean {
  return error instanceof OauthException && error.error === 'access_denied';
}

const choices = z.object({ organizations: z.array(z.object({ id: z.string(), name: z.string() })).min(1) });

/** The organizations to choose from, where that is all that a sign-in lacks. */
export function organizationChoice(error: unknown): OrganizationChoice | null {
  if (!(error instanceof AuthenticationException) || error.code !== 'organization_selection_required')
    return null;
  const parsed = choices.safeParse(error.rawData);
  const pendingToken = error.pendingAuthenticationToken;
  if (!parsed.success || pendingToken === undefined) return null;
  return { kind: 'choose-organization', pendingToken, organizations: parsed.data.organizations };
}
