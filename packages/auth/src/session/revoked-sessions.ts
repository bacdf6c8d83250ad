/**
 * Sessions that were ended here. Their access tokens would still be good for minutes, so every request asks, together with
 * what its person may see (`organization/standing.ts`); `has` is for signing in and out. Kept where a write is visible at
 * once, everywhere; KV takes up to a minute.
 */
export interface RevokedSessions {
  has(sid: string): Promise<boolean>;
  /** @param at epoch ms */
  add(sid: string, at: number): Promise<void>;
  /** Forgets those that were ended before `at`, epoch ms. */
  forgetBefore(at: number): Promise<void>;
}

export function revokedSessionsInD1(db: D1Database): RevokedSessions {
  return {
    async has(sid) {
      const found = await db.prepare('SELECT 1 FROM revoked_session WHERE sid = ?').bind(sid).first();
      return found !== null;
    },
    async add(sid, at) {
      await revokeSessionStatement(db, sid, at).run();
    },
    async forgetBefore(at) {
      await db.prepare('DELETE FROM revoked_session WHERE revoked_at < ?').bind(at).run();
    },
  };
}

/** Which of these sessions were ended; however many there are, one question. */
export async function sessionsRevokedIn(
  db: D1Database,
  sids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { results } = await db
    .prepare('SELECT sid FROM revoked_session WHERE sid IN (SELECT value FROM json_each(?))')
    .bind(JSON.stringify(sids))
    .all<{ sid: string }>();
  return new Set(results.map(({ sid }) => sid));
}

/** To end a session in one transaction with what belongs to it. @param at epoch ms */
export function revokeSessionStatement(db: D1Database, sid: string, at: number): D1PreparedStatement {
  return db
    .prepare('INSERT INTO revoked_session (sid, revoked_at) VALUES (?, ?) ON CONFLICT (sid) DO NOTHING')
    .bind(sid, at);
}
