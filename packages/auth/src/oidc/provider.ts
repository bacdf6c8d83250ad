import type { JWTVerifyGetKey } from 'jose';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { type AuthProvider, ProviderUnreachableError } from '../provider.ts';
import { cachedKeys, type KeptKeys } from '../tokens/jwks.ts';
import type { OidcConnection } from './client.ts';
import type { GroupRoles } from './group-roles.ts';
import { verifyIdToken } from './id-token.ts';
import { discoveredMetadata, type KeptDocument } from './metadata.ts';

export interface OidcProviderParts {
  readonly connection: OidcConnection;
  readonly groupsClaim: string;
  readonly groupRoles: GroupRoles;
  readonly keptMetadata: KeptDocument;
  readonly keptKeys: KeptKeys;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Any OpenID Connect provider. Reading a session needs only its metadata and signing keys; `openid-client` is loaded when
 * somebody signs in, is refreshed or signs out.
 */
export function oidcProvider(parts: OidcProviderParts): AuthProvider {
  const { connection, keptMetadata, keptKeys, clock, log } = parts;
  const { issuer, clientId, fetch } = connection;
  const metadata = discoveredMetadata({ issuer, fetch, kept: keptMetadata, clock, log });

  let keysOf: { readonly url: string; readonly keys: JWTVerifyGetKey } | undefined;
  const keysAt = (url: string): JWTVerifyGetKey => {
    keysOf =
      keysOf?.url === url ? keysOf : { url, keys: cachedKeys({ url, fetch, kept: keptKeys, clock, log }) };
    return keysOf.keys;
  };

  const client = async () => {
    const [{ oidcClient }, known] = await Promise.all([import('./client.ts'), metadata()]);
    return oidcClient(connection, known);
  };

  async function about(event: string, error: unknown) {
    if (error instanceof ProviderUnreachableError) return { about: 'service', reason: error.code } as const;
    const { classifyFailure } = await import('./failure.ts');
    const failure = classifyFailure(error);
    log.warn(event, { about: failure.about, reason: failure.reason });
    return failure;
  }

  return {
    async verify(idToken) {
      try {
        const { jwks_uri } = await metadata();
        return await verifyIdToken(idToken, { ...parts, issuer, clientId, keys: keysAt(jwks_uri) });
      } catch (error) {
        if (error instanceof ProviderUnreachableError) return { kind: 'unavailable' };
        throw error;
      }
    },

    authorizationUrl: async (request) => (await client()).authorizationUrl(request),

    async exchangeCode(exchange) {
      try {
        return { kind: 'signed-in', session: await (await client()).exchangeCode(exchange) };
      } catch (error) {
        const failure = await about('code_exchange_failed', error);
        return { kind: failure.about === 'person' ? 'refused' : 'transient', reason: failure.reason };
      }
    },

    // Groups decide the organization; nobody is asked to choose.
    chooseOrganization: () => Promise.resolve({ kind: 'refused', reason: 'no_choice' }),

    async refresh({ refreshToken }) {
      try {
        return { kind: 'refreshed', session: await (await client()).refresh(refreshToken) };
      } catch (error) {
        const failure = await about('refresh_failed', error);
        return { kind: failure.about === 'person' ? 'terminal' : 'transient', reason: failure.reason };
      }
    },

    async logoutUrl({ accessToken, returnTo }) {
      try {
        return (await client()).endSessionUrl(accessToken, returnTo) ?? returnTo;
      } catch (error) {
        if (error instanceof ProviderUnreachableError) return returnTo;
        throw error;
      }
    },
  };
}
