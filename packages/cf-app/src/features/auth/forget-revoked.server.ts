import { LONGEST_SESSION_MS } from '@layerkick/auth/session/policy';
import { revokedSessionsInD1 } from '@layerkick/auth/session/revoked-sessions';

/** Sessions that were ended so long ago that none of their copies is let in for its age alone. @param now epoch ms */
export async function forgetRevokedSessions(env: Env, now: number): Promise<void> {
  await revokedSessionsInD1(env.DB).forgetBefore(now - LONGEST_SESSION_MS);
}
