import { env } from 'cloudflare:workers';
import { knownSession } from '#/features/mirror/change-statements.server.ts';
import { log } from '#/lib/log.server.ts';

/** Remembers where a session is, to end it with the membership. A failure is logged: access is asked for on every request. */
export async function noteSession(sid: string, userId: string, organizationId: string | null): Promise<void> {
  try {
    await knownSession(env.DB, sid, userId, organizationId, Date.now()).run();
  } catch (cause) {
    log.error('session_not_known', { cause: String(cause) });
  }
}
