import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { type AccessTokenClaims, accessTokenClaims, unverifiedClaims } from './claims.ts';
import { KeysUnavailableError } from './jwks.ts';

const SKEW_SECONDS = 5;

export type TokenCheck =
  | { readonly kind: 'valid'; readonly claims: AccessTokenClaims }
  /** Ours in every respect, but over. */
  | { readonly kind: 'expired'; readonly claims: AccessTokenClaims }
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nothing can be said for now: the keys cannot be had. */
  | { readonly kind: 'unavailable' };

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
  try {
    const { payload } = await jwtVerify(token, rules.keys, {
      algorithms: ['RS256'],
      issuer: [...rules.issuers],
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(rules.clock()),
      requiredClaims: ['exp', 'sub', 'sid', 'client_id'],
    });
    return readClaims(payload, 'valid', rules);
  } catch (error) {
    // Its signature and issuer were checked before its time.
    if (error instanceof errors.JWTExpired) return readClaims(error.payload, 'expired', rules);
    if (error instanceof KeysUnavailableError) {
      rules.log.error('signing_keys_unavailable', { cause: error.message });
      return { kind: 'unavailable' };
    }
    if (error instanceof errors.JOSEError) return refused(error.code, rules);
    throw error;
  }
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

function readClaims(payload: JWTPayload, kind: 'valid' | 'expired', rules: TokenRules): TokenCheck {
  const { success, data: claims } = accessTokenClaims.safeParse(payload);
  return success ? { kind, claims } : refused('claims_malformed', rules);
}

function refused(reason: string, { log }: TokenRules): TokenCheck {
  log.warn('access_token_refused', { code: reason });
  return { kind: 'refused', reason };
}
