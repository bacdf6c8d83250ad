import type { KeptSession } from '@layerkick/auth/session/session-notes';
import type { KeptSessions } from '@layerkick/auth/session/kept-sessions';
import { revokeSessionStatement } from '@layerkick/auth/session/revoked-sessions';
import { auditStatement, type Change } from '#/features/access/audit-log.server.ts';

export interface SessionPlaces {
  readonly kept: KeptSessions;
  readonly db: D1Database;
}

/**
 * Ends sessions of a person that are kept in KV; returns those that were ended. Revoking comes first: it counts at
 * once and everywhere, while KV shows others for a minute what was there.
 *
 * @param sid one of them, or all
 */
export async function endSessions(
  { kept, db }: SessionPlaces,
  userId: string,
  sid: string | null,
  change: Change,
): Promise<readonly KeptSession[]> {
  const ended = (await kept.of(userId)).filter((session) => sid === null || session.sid === sid);
  if (ended.length === 0) return ended;
  const entry = { action: 'session.end', target: `user:${userId}`, before: ended, after: null } as const;
  await db.batch([
    ...ended.map(({ sid: ending }) => revokeSessionStatement(db, ending, change.at)),
    auditStatement(db, change, entry),
  ]);
  await Promise.all(ended.map((session) => kept.deleteOf(userId, session.sid)));
  return ended;
}
