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
  /** When the person was last asked who they are, epoch seconds. Not every provider says so. */
  auth_time: z.number().optional(),
  permissions: z.array(z.string()).optional(),
});
export type AccessTokenClaims = z.output<typeof accessTokenClaims>;

const text = z.string().optional().catch(undefined);
const said = z.object({ sid: text, client_id: text }).transform(({ sid, client_id }) => ({
  ...(sid === undefined ? {} : { sid }),
  ...(client_id === undefined ? {} : { client_id }),
}));

/**
 * What a token says of its session and client, without checking it. Good for ending a session, which an expired token
 * must still be able to do, and for refusing. Null where it is no token.
 */
export function unverifiedClaims(accessToken: string): { sid?: string; client_id?: string } | null {
  try {
    return said.parse(decodeJwt(accessToken));
  } catch {
    return null;
  }
}
