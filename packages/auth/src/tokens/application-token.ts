import { decodeJwt, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { readToken, type SignedToken } from './signed-token.ts';

const PERSON = /^user_/;
const scopes = z
  .string()
  .default('')
  .transform((value) => value.split(' ').filter(Boolean));
const audience = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/**
 * What a token that was issued to an application says: about the application itself (client credentials), or about
 * the person who let it in. It names whom it is for in `aud`; `client_id` is the application.
 */
export const applicationTokenClaims = z
  .object({
    iss: z.string(),
    sub: z.string().min(1),
    aud: audience,
    /** Epoch seconds. */
    exp: z.number(),
    client_id: z.string().optional(),
    sid: z.string().optional(),
    org_id: z.string().optional(),
    role: z.string().optional(),
    scope: scopes,
  })
  .refine(
    ({ sub, client_id }) => PERSON.test(sub) || client_id === undefined || client_id === sub,
    'about neither a person nor the application',
  );
export type ApplicationTokenClaims = z.output<typeof applicationTokenClaims>;

export interface ApplicationTokenRules {
  readonly keys: JWTVerifyGetKey;
  /** The AuthKit domain, which issues such tokens. */
  readonly issuer: string;
  /** `WORKOS_CLIENT_ID`, and the addresses of ours that tokens are issued for. */
  readonly audiences: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Checks a token that was issued to an application. Whatever is wrong with it is a value. */
export async function verifyApplicationToken(
  token: string,
  rules: ApplicationTokenRules,
): Promise<SignedToken<ApplicationTokenClaims>> {
  if (isForSomebodyElse(token, rules)) return { kind: 'refused', reason: 'client_id_mismatch' };
  return readToken(token, applicationTokenClaims, { ...rules, issuers: [rules.issuer] });
}

/** Whether the application asks for itself rather than for a person. */
export function isAboutApplication({ sub }: ApplicationTokenClaims): boolean {
  return !PERSON.test(sub);
}

/** Who a token says it comes from, unchecked: good for choosing how to check it. Null where it is no token. */
export function claimedIssuer(token: string): string | null {
  return unchecked(token)?.iss ?? null;
}

/** Asked before the signature, so that the log names a wrong `WORKOS_CLIENT_ID` as what it is. It only refuses. */
function isForSomebodyElse(token: string, { audiences, log }: ApplicationTokenRules): boolean {
  const claimed = unchecked(token)?.aud;
  if (claimed === undefined || claimed.some((each) => audiences.includes(each))) return false;
  log.error('workos_client_id_mismatch', {
    token: claimed.join(' ').slice(0, 100),
    configured: audiences.join(' '),
    hint: 'WORKOS_CLIENT_ID here and in whatever issued this token must be the same',
  });
  return true;
}

const uncheckedClaims = z.object({
  iss: z.string().optional().catch(undefined),
  aud: audience.optional().catch(undefined),
});

function unchecked(token: string) {
  try {
    return uncheckedClaims.parse(decodeJwt(token));
  } catch {
    return null;
  }
}
