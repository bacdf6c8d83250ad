import { ConfigurationError, readConfiguration } from '#/env.server.ts';

/** Where the answer to a form may lead beside our own pages: signing out goes on to end the provider's session. */
export function formTargets(env: Env): readonly string[] {
  try {
    const { AUTH_PROVIDER, OIDC_ISSUER, WORKOS_API_URL } = readConfiguration(env);
    return [AUTH_PROVIDER === 'oidc' ? new URL(OIDC_ISSUER).origin : WORKOS_API_URL.origin];
  } catch (error) {
    // The page that says so is answered all the same.
    if (error instanceof ConfigurationError) return [];
    throw error;
  }
}
