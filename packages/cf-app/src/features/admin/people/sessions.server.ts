import { revokeSessionStatement } from '@layerkick/auth/session/revoked-sessions';
import { type ListedSession, workosAdministration } from '@layerkick/auth/workos/administration';
import { env } from 'cloudflare:workers';
import { z } from 'zod';
import { auditStatement } from '#/features/access/audit-log.server.ts';
import { identityOf } from '#/features/auth/identity.server.ts';
import { workosConnection } from '#/features/auth/session-provider.server.ts';
import { log } from '#/lib/log.server.ts';
import { changeAtWorkOS, refuse } from '../at-workos.server.ts';
import type { SessionEnd, SessionRow } from './people.ts';

/** Somebody's sessions, newest first; null where WorkOS does not say, or somebody else keeps the accounts. */
export async function sessionsOf(userId: string): Promise<readonly SessionRow[] | null> {
  const listed = await atWorkOS(userId);
  if (listed === null) return null;
  const ids = JSON.stringify(listed.map(({ id }) => id));
  const { results } = await env.DB.prepare(
    `SELECT s.value AS id, r.sid IS NOT NULL AS ended, k.organization_id, o.name
     FROM json_each(?) s LEFT JOIN revoked_session r ON r.sid = s.value LEFT JOIN known_session k ON k.sid = s.value
       LEFT JOIN organization o ON o.id = k.organization_id`,
  )
    .bind(ids)
    .all();
  const ours = new Map(known.parse(results).map((one) => [one.id, one]));
  return listed
    .toSorted((a, b) => b.createdAt - a.createdAt)
    .map(({ id, createdAt, address, browser, active, organizationId }) => {
      const here = ours.get(id);
      const organization = here?.organization_id ?? organizationId;
      return {
        id,
        createdAt,
        address,
        browser,
        organization: organization === null ? null : { id: organization, name: here?.name ?? organization },
        active: active && here?.ended !== 1,
      };
    });
}

const known = z.array(
  z.object({
    id: z.string(),
    ended: z.number(),
    organization_id: z.string().nullable(),
    name: z.string().nullable(),
  }),
);

async function atWorkOS(userId: string): Promise<readonly ListedSession[] | null> {
  const { configuration } = identityOf(env);
  if (configuration.AUTH_PROVIDER !== 'workos') return null;
  try {
    return await workosAdministration(workosConnection(env, configuration)).sessionsOf(userId);
  } catch (cause) {
    log.warn('sessions_not_listed', { user: userId, cause: String(cause) });
    return null;
  }
}

/**
 * Ends one session. It only takes access away, and what is written here is enough for that: so it is done while WorkOS
 * does not answer, too.
 */
export function endSession(userId: string, sid: string): Promise<SessionEnd> {
  return changeAtWorkOS(async (operator) => {
    const { change } = operator;
    if (!(await isTheirs(userId, sid))) return refuse('session_unknown');
    const ended = await endAtWorkOS(() => operator.administration.revokeSession(sid));
    const target = `user:${userId}`;
    await env.DB.batch([
      revokeSessionStatement(env.DB, sid, change.at),
      auditStatement(env.DB, change, { action: 'session.end', target, before: [{ sid }], after: null }),
    ]);
    await identityOf(env).keptSessions.deleteOf(userId, sid);
    return { ok: true, atWorkOS: ended };
  });
}

async function isTheirs(userId: string, sid: string): Promise<boolean> {
  const noted = await env.DB.prepare('SELECT 1 FROM known_session WHERE sid = ? AND user_id = ?')
    .bind(sid, userId)
    .first();
  return noted !== null || ((await atWorkOS(userId))?.some(({ id }) => id === sid) ?? false);
}

async function endAtWorkOS(end: () => Promise<void>): Promise<boolean> {
  try {
    await end();
    return true;
  } catch (cause) {
    log.warn('session_left_at_workos', { cause: String(cause) });
    return false;
  }
}
