import { unverifiedClaims } from '../tokens/claims.ts';
import type { Session } from './session.ts';

/** The session's id at the provider: noted when it was opened here; a session opened by the SDK has it in its token only. */
export function sidOf({ sid, accessToken }: Session): string | undefined {
  return sid ?? unverifiedClaims(accessToken)?.sid;
}
