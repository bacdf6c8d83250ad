import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { KeysUnavailableError } from './jwks.ts';

/** What WorkOS signs with. Pinned: a token never chooses how it is checked. */
const ALGORITHMS = ['RS256'];
const SKEW_SECONDS = 5;

export type SignedToken<Claims> =
  | { readonly kind: 'valid'; readonly claims: Claims }
  /** Ours in every respect, but over. */
  | { readonly kind: 'expired'; readonly claims: Claims }
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nothing can be said for now: the keys cannot be had. */
  | { readonly kind: 'unavailable' };

export interface SignatureRules {
  readonly keys: JWTVerifyGetKey;
  /** Any of these. */
  readonly issuers: readonly string[];
  /** Any of these, where the token names whom it is for. */
  readonly audiences?: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Checks signature, algorithm, issuer, audience and time, and reads the claims. Whatever is wrong is a value. */
export async function readToken<Claims>(
  token: string,
  claims: z.ZodType<Claims>,
  rules: SignatureRules,
): Promise<SignedToken<Claims>> {
  const { keys, issuers, audiences, clock, log } = rules;
  const read = (payload: JWTPayload, kind: 'valid' | 'expired'): SignedToken<Claims> => {
    const parsed = claims.safeParse(payload);
    return parsed.success ? { kind, claims: parsed.data } : refused('claims_malformed', log);
  };
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer: [...issuers],
      ...(audiences === undefined ? {} : { audience: [...audiences] }),
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(clock()),
      requiredClaims: ['exp', 'sub'],
    });
    return read(payload, 'valid');
  } catch (error) {
    // Its signature, issuer and audience were checked before its time.
    if (error instanceof errors.JWTExpired) return read(error.payload, 'expired');
    if (error instanceof KeysUnavailableError) {
      log.error('signing_keys_unavailable', { cause: error.message });
      return { kind: 'unavailable' };
    }
    if (error instanceof errors.JOSEError) return refused(error.code, log);
    throw error;
  }
}

function refused(reason: string, log: Log) {
  log.warn('access_token_refused', { code: reason });
  return { kind: 'refused', reason } as const;
}
