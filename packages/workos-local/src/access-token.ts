import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { CLIENT_ID, ISSUER } from './accounts.ts';
import type { Standing } from './directory.ts';
import { KEY_ID, SIGNING_KEY } from './signing-key.ts';

export interface AccessTokenSubject {
  readonly userId: string;
  readonly sessionId: string;
  readonly organizationId: string | null;
  /** What the person is in that organization; `null` without one. */
  readonly standing: Standing | null;
  readonly impersonatorEmail: string | null;
}

const key = await importJWK(SIGNING_KEY, 'RS256');

/**
 * A session's access token. Like the hosted service's it has no `aud`, and says nothing about roles outside an
 * organization.
 *
 * @param nowMs epoch ms @param seconds life of the token
 */
export function signAccessToken(
  subject: AccessTokenSubject,
  nowMs: number,
  seconds: number,
): Promise<string> {
  const issuedAt = Math.floor(nowMs / 1000);
  return new SignJWT({
    client_id: CLIENT_ID,
    sid: subject.sessionId,
    ...(subject.organizationId !== null && { org_id: subject.organizationId }),
    ...(subject.standing && {
      role: subject.standing.role,
      roles: [subject.standing.role],
      permissions: [...subject.standing.permissions],
    }),
    ...(subject.impersonatorEmail !== null && { act: { sub: subject.impersonatorEmail } }),
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })
    .setIssuer(ISSUER)
    .setSubject(subject.userId)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + seconds)
    .sign(key);
}

interface ApplicationTokenSubject {
  /** The AuthKit domain, with its scheme. */
  readonly issuer: string;
  readonly clientId: string;
  readonly organizationId: string;
  readonly scopes: readonly string[];
}

/**
 * An application's access token: for this environment (`aud`), about the application itself, without a session.
 *
 * @param nowMs epoch ms @param seconds life of the token
 */
export function signApplicationToken(
  { issuer, clientId, organizationId, scopes }: ApplicationTokenSubject,
  nowMs: number,
  seconds: number,
): Promise<string> {
  const issuedAt = Math.floor(nowMs / 1000);
  return new SignJWT({ client_id: clientId, org_id: organizationId, scope: scopes.join(' ') })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })
    .setIssuer(issuer)
    .setAudience(CLIENT_ID)
    .setSubject(clientId)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + seconds)
    .sign(key);
}
