import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { type AccessTokenClaims, accessTokenClaims, unverifiedClaims } from './claims.ts';
import type { JWTVerifyGetKey } from 'jose';
import { readToken, type SignedToken } from './signed-token.ts';

export type TokenCheck = SignedToken<AccessTokenClaims>;

export interface TokenRules {
  readonly keys: JWTVerifyGetKey;
  /** Any of these. */
  readonly issuers: readonly string[];
  /** `WORKOS_CLIENT_ID`. */
  readonly clientId: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** Checks client, signature, algorithm, issuer and time. Whatever is wrong with the token is a value. */
export async function verifyAccessToken(token: string, rules: TokenRules): Promise<TokenCheck> {
  if (isForAnotherClient(token, rules)) return { kind: 'refused', reason: 'client_id_mismatch' };
  return readToken(token, accessTokenClaims, rules);
}

/**
 * Asked before the signature: with a wrong `WORKOS_CLIENT_ID` there are no keys to check it with, and "no keys" would
 * not tell anybody what to mend. Believing an unchecked claim is safe where it only refuses.
 */
function isForAnotherClient(token: string, { clientId, log }: TokenRules): boolean {
  const claimed = unverifiedClaims(token)?.client_id;
  if (claimed === undefined || claimed === clientId) return false;
  log.error('workos_client_id_mismatch', {
    token: claimed.slice(0, 100),
    configured: clientId,
    hint: 'WORKOS_CLIENT_ID here and in whatever issued this token must be the same',
  });
  return true;
}
