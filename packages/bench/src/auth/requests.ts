import { sealJson } from '@layerkick/auth/session/seal';
import { signAccessToken, signApplicationToken } from '@layerkick/workos-local/access-token';
import { API_KEY_VALUE, ORGANIZATION, PERSON, VARIABLES } from './environment.ts';

/** Longer than any run takes: what is measured never has to be renewed. */
const TOKEN_SECONDS = 3600;

/** Where the product's Worker of the benchmark does nothing, after all that it does for every request. */
export const EMPTY_PATH = '/empty';

export type CredentialName = 'session' | 'person' | 'application' | 'api-key';

/** `GET /api/v1/me` by each credential. */
export async function requestsByCredential(now: number): Promise<Readonly<Record<CredentialName, Buffer>>> {
  const accessToken = await signAccessToken(
    {
      userId: PERSON,
      sessionId: 'session_01BENCH',
      organizationId: ORGANIZATION,
      standing: { role: 'analyst', permissions: ['stats:read', 'stats:export'] },
      impersonatorEmail: null,
    },
    now,
    TOKEN_SECONDS,
  );
  const application = {
    issuer: VARIABLES.WORKOS_AUTHKIT_DOMAIN,
    clientId: 'client_01BENCHAPP',
    organizationId: ORGANIZATION,
    scopes: ['stats:read'],
  };
  const applicationToken = await signApplicationToken(application, now, TOKEN_SECONDS);
  return {
    session: get({ cookie: `wos-session=${await sealedSession(accessToken)}` }),
    person: get({ authorization: `Bearer ${accessToken}` }),
    application: get({ authorization: `Bearer ${applicationToken}` }),
    'api-key': get({ 'x-api-key': API_KEY_VALUE }),
  };
}

/** The same without a credential, for a Worker that asks for none. */
export function plainRequest(path = ME): Buffer {
  return get({}, path);
}

function sealedSession(accessToken: string): Promise<string> {
  const at = '2026-11-21T09:00:00.000Z';
  const user = {
    object: 'user',
    id: PERSON,
    email: 'merchant@bench.example',
    emailVerified: true,
    firstName: 'Max',
    lastName: 'Merchant',
    profilePictureUrl: null,
    lastSignInAt: at,
    externalId: null,
    metadata: {},
    createdAt: at,
    updatedAt: at,
  };
  const session = { organizationId: ORGANIZATION, user, accessToken, refreshToken: 'refresh_bench' };
  return sealJson(session, { current: VARIABLES.WORKOS_COOKIE_PASSWORD });
}

const ME = '/api/v1/me';

function get(headers: Readonly<Record<string, string>>, path = ME): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([`GET ${path} HTTP/1.1`, 'host: localhost', ...lines].join('\r\n') + '\r\n\r\n');
}
