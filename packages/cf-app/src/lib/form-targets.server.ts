import { ConfigurationError, readConfiguration } from '#/env.server.ts';
import { homeOfRequest } from '#/features/organizations/organization-of-request.server.ts';
import type { CurrentRequest } from './request-context.server.ts';

/**
 * Where the answer to a form may lead beside the page's own origin: signing out goes on to end the provider's session, and
 * from a subdomain back to our own address.
 */
export function formTargets(env: Env, current: CurrentRequest): readonly string[] {
  try {
    const { AUTH_PROVIDER, OIDC_ISSUER, WORKOS_API_URL } = readConfiguration(env);
    const home = homeOfRequest(current);
    return [
      AUTH_PROVIDER === 'oidc' ? new URL(OIDC_ISSUER).origin : WORKOS_API_URL.origin,
      ...(home === '' ? [] : [home]),
    ];
  } catch (error) {
    // The page that says so is answered all the same.
    if (error instanceof ConfigurationError) return [];
    throw error;
  }
}
