import { decodeJwt } from 'jose';
import { z } from 'zod';

/** What an access token of a session says. It carries no `aud`; `client_id` stands in for it. */
export const accessTokenClaims = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  /** The session. */
  sid: z.string().min(1),
  client_id: z.string(),
  /** Epoch seconds. */
  exp: z.number(),
  org_id: z.string().optional(),
  role: z.string().optional(),
  permissions: z.array(z.string()).optional(),
});
export type AccessTokenClaims = z.output<typeof accessTokenClaims>;

/**
 * The session an access token belongs to, without checking the token: it comes out of our own seal, and an expired
 * one must still be able to sign out. Null where it is no token.
 */
export function unverifiedSessionId(accessToken: string): string | null {
  try {
    return accessTokenClaims.pick({ sid: true }).safeParse(decodeJwt(accessToken)).data?.sid ?? null;
  } catch {
    return null;
  }
}
