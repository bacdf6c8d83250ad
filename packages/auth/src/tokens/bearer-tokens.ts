import type { AccessTokenClaims } from './claims.ts';
import {
  type ApplicationTokenClaims,
  type ApplicationTokenRules,
  claimedIssuer,
  verifyApplicationToken,
} from './application-token.ts';
import type { SignedToken } from './signed-token.ts';

/** A checked bearer token: the access token of a session, or one that was issued to an application. */
export type BearerToken = SignedToken<
  | { readonly of: 'session'; readonly session: AccessTokenClaims }
  | { readonly of: 'application'; readonly application: ApplicationTokenClaims }
>;

export type VerifyBearer = (token: string) => Promise<BearerToken>;

/**
 * Checks bearer tokens. Who a token says it comes from decides by whose keys and rules it is checked, and it has to
 * hold by exactly those: neither kind passes as the other.
 *
 * @param sessions how the access token of a session is checked
 * @param applications null where no AuthKit domain is configured: then no application is let in
 */
export function bearerVerifier(
  sessions: (token: string) => Promise<SignedToken<AccessTokenClaims>>,
  applications: ApplicationTokenRules | null,
): VerifyBearer {
  return async (token) => {
    if (applications !== null && claimedIssuer(token) === applications.issuer) {
      const check = await verifyApplicationToken(token, applications);
      if (!('claims' in check)) return check;
      return { kind: check.kind, claims: { of: 'application', application: check.claims } };
    }
    const check = await sessions(token);
    if (!('claims' in check)) return check;
    return { kind: check.kind, claims: { of: 'session', session: check.claims } };
  };
}
