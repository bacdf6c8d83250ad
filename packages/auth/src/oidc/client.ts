import * as openid from 'openid-client';
import type { AuthorizationRequest, CodeExchange } from '../provider.ts';
import { type Session, session } from '../session/session.ts';
import type { ProviderMetadata } from './metadata.ts';

export interface OidcConnection {
  /** As the provider writes it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Separated by spaces; `openid` and what it takes to get a refresh token among them. */
  readonly scopes: string;
  /** Milliseconds for one call. */
  readonly timeout: number;
  readonly fetch: typeof globalThis.fetch;
}

/** A session here lasts no longer; asking for a maximum makes the provider say when somebody signed in (`auth_time`). */
const OLDEST_SIGN_IN_SECONDS = 30 * 24 * 60 * 60;

/** The provider does not give what a session is made of; a setting there or here has to change. */
export class IncompleteTokensError extends Error {
  readonly code = 'tokens_incomplete';
}

/** The calls to a provider; the only file that knows `openid-client`. */
export function oidcClient(connection: OidcConnection, metadata: ProviderMetadata) {
  const config = configurationOf(connection, metadata);

  return {
    authorizationUrl({ state, codeChallenge, redirectUri, again, loginHint }: AuthorizationRequest): string {
      return openid.buildAuthorizationUrl(config, {
        scope: connection.scopes,
        state,
        code_challenge: codeChallenge,
        code_challenge_method: 'S256',
        redirect_uri: redirectUri,
        max_age: String(again === true ? 0 : OLDEST_SIGN_IN_SECONDS),
        ...(again === true ? { prompt: 'login' } : {}),
        ...(loginHint === undefined ? {} : { login_hint: loginHint }),
      }).href;
    },

    async exchangeCode({ callbackUrl, codeVerifier }: CodeExchange): Promise<Session> {
      const tokens = await openid.authorizationCodeGrant(config, callbackUrl, {
        pkceCodeVerifier: codeVerifier,
        // Compared with this browser's flow before anything was asked.
        expectedState: callbackUrl.searchParams.get('state') ?? openid.skipStateCheck,
        idTokenExpected: true,
      });
      return sessionOf(tokens, tokens.refresh_token);
    },

    async refresh(refreshToken: string): Promise<Session> {
      const tokens = await openid.refreshTokenGrant(config, refreshToken);
      // A provider that does not rotate lets the token be used again.
      return sessionOf(tokens, tokens.refresh_token ?? refreshToken);
    },

    /** Null where the provider has no sign-out of its own. */
    endSessionUrl(idToken: string, returnTo: string): string | null {
      if (config.serverMetadata().end_session_endpoint === undefined) return null;
      return openid.buildEndSessionUrl(config, {
        post_logout_redirect_uri: returnTo,
        id_token_hint: idToken,
      }).href;
    },
  };

  async function sessionOf(tokens: Tokens, refreshToken: string | undefined): Promise<Session> {
    const claims = tokens.claims();
    if (tokens.id_token === undefined || claims === undefined) {
      throw new IncompleteTokensError('no ID token');
    }
    if (refreshToken === undefined) throw new IncompleteTokensError('no refresh token: see OIDC_SCOPES');
    const profile = typeof claims['email'] === 'string' ? claims : await userInfo(tokens, claims.sub);
    return session.parse({
      accessToken: tokens.id_token,
      refreshToken,
      user: {
        id: claims.sub,
        email: textOf(profile['email']) ?? '',
        firstName: textOf(profile['given_name']),
        lastName: textOf(profile['family_name']),
      },
    });
  }

  /** How somebody is called is no reason to keep them out. */
  async function userInfo(tokens: Tokens, sub: string): Promise<Record<string, unknown>> {
    try {
      return await openid.fetchUserInfo(config, tokens.access_token, sub);
    } catch {
      return {};
    }
  }
}

type Tokens = Awaited<ReturnType<typeof openid.refreshTokenGrant>>;

function configurationOf(connection: OidcConnection, metadata: ProviderMetadata): openid.Configuration {
  const { clientId, clientSecret, timeout, fetch, issuer } = connection;
  const config = new openid.Configuration(
    metadata,
    clientId,
    { client_secret: clientSecret },
    authenticationAt(metadata, clientSecret),
  );
  config.timeout = timeout / 1000;
  // What is sent from here is a form or nothing.
  config[openid.customFetch] = (url, { body, ...options }) =>
    fetch(url, { ...options, ...(body instanceof URLSearchParams ? { body } : {}) });
  // Configuration accepts a plain http issuer on this machine only.
  if (issuer.startsWith('http:')) openid.allowInsecureRequests(config);
  return config;
}

function authenticationAt(metadata: ProviderMetadata, clientSecret: string): openid.ClientAuth {
  const basic = metadata.token_endpoint_auth_methods_supported.includes('client_secret_basic');
  return basic ? openid.ClientSecretBasic(clientSecret) : openid.ClientSecretPost(clientSecret);
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' ? claim : null;
}
