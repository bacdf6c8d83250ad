import { domainJoin, domainOf } from '@layerkick/auth/organization/domain-join';
import type { Session } from '@layerkick/auth/session/session';
import { addMembership } from '@layerkick/auth/workos/memberships';
import { env } from 'cloudflare:workers';
import { z } from 'zod';
import { auditStatement } from '#/features/access/audit-log.server.ts';
import { identityOf } from '#/features/auth/identity.server.ts';
import { workosConnection } from '#/features/auth/session-provider.server.ts';
import { log } from '#/lib/log.server.ts';
import { requestId } from '#/lib/request-context.server.ts';

const claims = z.array(
  z.object({ id: z.string(), domain: z.string(), state: z.string(), role: z.string().nullable() }),
);
const address = z.object({ email: z.string(), emailVerified: z.boolean().default(false) });

/**
 * Lets somebody who belongs nowhere yet join the organization of their e-mail's domain, where it allows that; the session
 * in it. Null where there is none to join, or it does not work now: the person is signed in all the same.
 *
 * Who was a member once and is not any more does not come back this way.
 */
export async function joinByDomain(session: Session): Promise<Session | null> {
  const { configuration, provider } = identityOf(env);
  if (configuration.AUTH_PROVIDER !== 'workos') return null;
  const userId = session.user.id;
  try {
    const person = address.parse(session.user);
    const verdict = domainJoin(person, await claimsOf(domainOf(person.email) ?? ''));
    if (!verdict.join || (await wasMember(userId, verdict.organizationId))) return null;
    const { organizationId, role } = verdict;
    await auditStatement(
      env.DB,
      { actor: userId, requestId: requestId(), at: Date.now() },
      {
        action: 'membership.auto_join',
        target: `organization:${organizationId}`,
        before: null,
        after: { user: userId, role },
      },
    ).run();
    await addMembership(workosConnection(env, configuration), { userId, organizationId, role });
    const joined = await provider.refresh({ refreshToken: session.refreshToken, organizationId });
    return joined.kind === 'refreshed' ? { ...session, ...joined.session } : null;
  } catch (cause) {
    log.error('auto_join_failed', { user: userId, cause: String(cause) });
    return null;
  }
}

async function claimsOf(domain: string) {
  const { results } = await env.DB.prepare(
    `SELECT o.id, d.domain, d.state, p.auto_join_role AS role
     FROM organization o JOIN organization_domain d ON d.organization_id = o.id AND d.deleted_at IS NULL
       LEFT JOIN organization_policy p ON p.organization_id = o.id
     WHERE o.deleted_at IS NULL AND d.domain = ?`,
  )
    .bind(domain)
    .all();
  return claims.parse(results).map(({ id, domain: name, state, role }) => ({
    organizationId: id,
    domain: name,
    verified: state === 'verified' || state === 'legacy_verified',
    autoJoinRole: role,
  }));
}

async function wasMember(userId: string, organizationId: string): Promise<boolean> {
  const known = await env.DB.prepare('SELECT 1 FROM membership WHERE user_id = ? AND organization_id = ?')
    .bind(userId, organizationId)
    .first();
  return known !== null;
}
