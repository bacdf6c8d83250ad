import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { sha256Hex } from '../sha256.ts';
import { KeysUnavailableError } from '../tokens/jwks.ts';
import type { TokenCheck } from '../tokens/verify.ts';
import { type GroupRoles, groupsOf, roleOfGroups } from './group-roles.ts';

const SKEW_SECONDS = 5;
/** Some providers' ID tokens live for hours. Who is locked out there is asked about here within this time. */
const LONGEST_LIFE_SECONDS = 10 * 60;
/** Those with a public key: a secret that both sides know proves nothing about who signed. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

export interface IdTokenRules {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly clientId: string;
  /** The claim that holds the person's groups, `OIDC_GROUPS_CLAIM`. */
  readonly groupsClaim: string;
  readonly groupRoles: GroupRoles;
  readonly clock: Clock;
  readonly log: Log;
}

const idToken = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  /** Epoch seconds, as are the other times. */
  exp: z.number(),
  iat: z.number(),
  auth_time: z.number().optional(),
  sid: z.string().min(1).optional(),
});
type IdToken = z.output<typeof idToken>;

/**
 * Checks signature, algorithm, issuer, audience and time of an ID token, which is what a session proves itself with
 * here: access tokens of a generic provider are for its own services and need not be readable. Whatever is wrong with
 * the token is a value.
 */
export async function verifyIdToken(token: string, rules: IdTokenRules): Promise<TokenCheck> {
  try {
    const { payload } = await jwtVerify(token, rules.keys, {
      algorithms: ALGORITHMS,
      issuer: rules.issuer,
      audience: rules.clientId,
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(rules.clock()),
      requiredClaims: ['exp', 'iat', 'sub'],
    });
    return await readClaims(payload, rules);
  } catch (error) {
    // Its signature, issuer and audience were checked before its time.
    if (error instanceof errors.JWTExpired) return readClaims(error.payload, rules);
    if (error instanceof KeysUnavailableError) {
      rules.log.error('signing_keys_unavailable', { cause: error.message });
      return { kind: 'unavailable' };
    }
    if (error instanceof errors.JOSEError) return refused(error.code, rules);
    throw error;
  }
}

async function readClaims(payload: JWTPayload, rules: IdTokenRules): Promise<TokenCheck> {
  const { success, data: token } = idToken.safeParse(payload);
  if (!success) return refused('claims_malformed', rules);
  if (Array.isArray(token.aud) && token.aud.length > 1 && token.azp !== rules.clientId) {
    return refused('issued_to_another_client', rules);
  }
  const sid = await sessionIdOf(token);
  if (sid === null) {
    rules.log.error('oidc_session_unidentified', {
      hint: 'the provider must put sid or auth_time into ID tokens',
    });
    return { kind: 'refused', reason: 'session_unidentified' };
  }
  const { iss, sub, auth_time } = token;
  const exp = Math.min(token.exp, token.iat + LONGEST_LIFE_SECONDS);
  const standing = standingOf(token, rules);
  const claims = {
    iss,
    sub,
    sid,
    client_id: rules.clientId,
    exp,
    ...(auth_time === undefined ? {} : { auth_time }),
    ...(standing === null ? {} : { org_id: standing.organization, role: standing.role }),
  };
  return { kind: rules.clock() < (exp + SKEW_SECONDS) * 1000 ? 'valid' : 'expired', claims };
}

/**
 * Which of a person's sessions a token belongs to, the same after each refresh: as the provider says, or else by the
 * moment of the sign-in, which stays what it was.
 */
async function sessionIdOf({ sid, sub, auth_time }: IdToken): Promise<string | null> {
  if (sid !== undefined) return sid;
  return auth_time === undefined ? null : sha256Hex(`${sub} ${auth_time}`);
}

function standingOf(token: IdToken, { groupsClaim, groupRoles, log }: IdTokenRules) {
  const groups = groupsOf(token[groupsClaim]);
  if (groups === null) log.error('oidc_groups_unreadable', { claim: groupsClaim });
  return roleOfGroups(groups ?? [], groupRoles);
}

function refused(reason: string, { log }: IdTokenRules): TokenCheck {
  log.warn('access_token_refused', { code: reason });
  return { kind: 'refused', reason };
}
