import { readConfiguration } from '../../env.server.ts';
import { problemResponse } from '../problem.ts';
import type { Authentication } from '@layerkick/auth/credentials/authentication';
import { CREDENTIAL_MISSING } from './problems.ts';

const TITLES: Readonly<Record<number, string>> = {
  429: 'Too many requests',
  503: 'This cannot be answered right now',
};

/**
 * What somebody is told whose request cannot be answered for anybody: which credential to bring (RFC 6750, RFC 9728).
 *
 * @param resourcePath of the resource whose metadata says where to get one
 */
export function challenge(
  who: Exclude<Authentication, { kind: 'authenticated' }>,
  env: Env,
  resourcePath = '',
): Response {
  const { APP_ORIGIN } = readConfiguration(env);
  const metadata = `${APP_ORIGIN}/.well-known/oauth-protected-resource${resourcePath}`;
  const bearer = `Bearer resource_metadata="${metadata}"`;
  if (who.kind === 'anonymous') return problemResponse(CREDENTIAL_MISSING, { 'www-authenticate': bearer });

  const { status, code, message, retryAfter } = who;
  const title = TITLES[status] ?? 'The credential is not accepted';
  return problemResponse(
    { status, code, title, detail: message },
    {
      ...(status === 401 && { 'www-authenticate': `${bearer}, error="invalid_token"` }),
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    },
  );
}
