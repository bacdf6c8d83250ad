import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { AuthProvider } from '../provider.ts';
import { session } from '../session/session.ts';
import { cachedKeys, type KeptKeys } from '../tokens/jwks.ts';
import { verifyAccessToken } from '../tokens/verify.ts';
import type { WorkOSConnection } from './client.ts';
import type { Failure } from './failure.ts';

export interface WorkOSProviderParts {
  readonly connection: WorkOSConnection;
  /** Accepted `iss` beside those that WorkOS uses by itself, for a custom authentication domain. */
  readonly issuers: readonly string[];
  readonly keptKeys: KeptKeys;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * WorkOS AuthKit. Reading a session needs only the signing keys; the SDK is loaded when somebody signs in, is
 * refreshed or signs out.
 */
export function workosProvider({
  connection,
  issuers,
  keptKeys,
  clock,
  log,
}: WorkOSProviderParts): AuthProvider {
  const { clientId, apiUrl, fetch } = connection;
  const url = new URL(`/sso/jwks/${clientId}`, apiUrl).href;
  const keys = cachedKeys({ url, fetch, kept: keptKeys, clock, log });
  const rules = { keys, issuers: [...workosIssuers(clientId), ...issuers], clientId, clock, log };

  let loading: ReturnType<typeof load> | undefined;
  const sdk = () => (loading ??= load(connection));

  const codeFailure = ({ about, reason }: Failure) => {
    log.warn('code_exchange_failed', { about, reason });
    return { kind: about === 'person' ? ('refused' as const) : ('transient' as const), reason };
  };

  return {
    verify: (accessToken) => verifyAccessToken(accessToken, rules),

    async authorizationUrl({
      state,
      codeChallenge,
      redirectUri,
      again,
      organizationId,
      loginHint,
      invitationToken,
    }) {
      const { users } = await sdk();
      return users.getAuthorizationUrl({
        provider: 'authkit',
        // People are invited; nobody signs up.
        screenHint: 'sign-in',
        state,
        codeChallenge,
        codeChallengeMethod: 'S256',
        redirectUri,
        ...(again === true ? { maxAge: 0 } : {}),
        ...(organizationId === undefined ? {} : { organizationId }),
        ...(loginHint === undefined ? {} : { loginHint }),
        ...(invitationToken === undefined ? {} : { invitationToken }),
      });
    },

    async exchangeCode({ code, codeVerifier, ipAddress, userAgent }) {
      const { users, classifyFailure, organizationChoice } = await sdk();
      try {
        return {
          kind: 'signed-in',
          session: session.parse(
            await users.authenticateWithCode({
              code,
              codeVerifier,
              ...(ipAddress === undefined ? {} : { ipAddress }),
              ...(userAgent === undefined ? {} : { userAgent }),
            }),
          ),
        };
      } catch (error) {
        return organizationChoice(error) ?? codeFailure(classifyFailure(error));
      }
    },

    async chooseOrganization({ pendingToken: pendingAuthenticationToken, organizationId }) {
      const { users, classifyFailure } = await sdk();
      try {
        const answer = await users.authenticateWithOrganizationSelection({
          clientId,
          pendingAuthenticationToken,
          organizationId,
        });
        return { kind: 'signed-in', session: session.parse(answer) };
      } catch (error) {
        return codeFailure(classifyFailure(error));
      }
    },

    async refresh(request) {
      const { users, classifyFailure, isOrganizationRefusal } = await sdk();
      try {
        const renewed = await users.authenticateWithRefreshToken({ clientId, ...request });
        return { kind: 'refreshed', session: session.parse(renewed) };
      } catch (error) {
        if (isOrganizationRefusal(error)) return { kind: 'not-a-member' };
        const { about, reason } = classifyFailure(error);
        log.warn('refresh_failed', { about, reason });
        return { kind: about === 'person' ? 'terminal' : 'transient', reason };
      }
    },

    async logoutUrl({ sessionId, returnTo }) {
      const { users } = await sdk();
      return users.getLogoutUrl({ sessionId, returnTo });
    },
  };
}

async function load(connection: WorkOSConnection) {
  const [{ WorkOSClient }, failures] = await Promise.all([import('./client.ts'), import('./failure.ts')]);
  return { users: new WorkOSClient(connection).userManagement, ...failures };
}

/** The forms in which WorkOS names itself. */
function workosIssuers(clientId: string): string[] {
  const origin = 'https://api.workos.com';
  return [origin, `${origin}/`, `${origin}/user_management/${clientId}`];
}
