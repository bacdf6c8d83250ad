import { z } from 'zod';
import type { Log } from '../log.ts';
import { parseOnce } from '../parse-once.ts';

/** Whose standing is asked for, and where. */
export interface StandingQuestion {
  readonly userId: string;
  /** The organization that the credential names. */
  readonly organizationId: string | null;
  /** The organization whose members are operators; null where none is configured. */
  readonly internalOrganizationId: string | null;
  /** The session: whether it was ended, and the tenant that an operator looks at in it. */
  readonly sid: string | null;
}

/** What the mirror of WorkOS and our own records say about somebody in an organization, as of this moment. */
export interface Standing {
  /** The session was ended here. */
  readonly ended: boolean;
  /** The person was deleted. */
  readonly gone: boolean;
  /** Actively in the internal organization. */
  readonly operator: boolean;
  /** The mirrored membership; null where the mirror has not heard of one. */
  readonly membership: { readonly active: boolean; readonly role: string | null } | null;
  /** The organization was deleted, or its directory does not have the person any more. */
  readonly shutOut: boolean;
  /** Nobody gets at the organization's stores but by its single sign-on. */
  readonly requiresSso: boolean;
  /** The stores of the organization. */
  readonly stores: readonly string[];
  /** The tenant that an operator looks at in this session. */
  readonly visiting: { readonly organizationId: string; readonly stores: readonly string[] } | null;
}

const flag = z.number().transform((value) => value === 1);
const standing = z.object({
  ended: flag,
  gone: flag,
  operator: flag,
  membership: z.object({ active: flag, role: z.string().nullable() }).nullable(),
  shutOut: flag,
  requiresSso: flag,
  stores: z.array(z.string()),
  visiting: z.object({ organizationId: z.string(), stores: z.array(z.string()) }).nullable(),
});
/** Asked on every request, and almost always the same answer. */
const parseStanding = parseOnce((json): Standing => standing.parse(JSON.parse(json)));

/**
 * Asked on every request, in one question, where a write is visible at once: whoever lost their access has none on the
 * next request. Null where it cannot be read, which is logged, and gives nothing.
 */
export async function readStanding(
  db: D1Database,
  { userId, organizationId, internalOrganizationId, sid }: StandingQuestion,
  log: Log,
): Promise<Standing | null> {
  try {
    const found: unknown = await db
      .prepare(STANDING)
      .bind(userId, organizationId ?? '', internalOrganizationId ?? '', sid ?? '')
      .first('standing');
    if (typeof found !== 'string') throw new TypeError('A standing is JSON in text');
    return parseStanding(found);
  } catch (cause) {
    log.error('standing_unavailable', { user: userId, organization: organizationId, cause: String(cause) });
    return null;
  }
}

/** ?1 the person, ?2 the organization in context, ?3 the internal one, ?4 the session. */
const STANDING = `
  SELECT json_object(
    'ended', EXISTS (SELECT 1 FROM revoked_session WHERE sid = ?4),
    'gone', EXISTS (SELECT 1 FROM user WHERE id = ?1 AND deleted_at IS NOT NULL),
    'operator', EXISTS (
      SELECT 1 FROM membership
      WHERE user_id = ?1 AND organization_id = ?3 AND status = 'active' AND deleted_at IS NULL
    ),
    'membership', json((
      SELECT json_object('active', status = 'active' AND deleted_at IS NULL, 'role', role) FROM membership
      WHERE user_id = ?1 AND organization_id = ?2 ORDER BY deleted_at IS NOT NULL, updated_at DESC LIMIT 1
    )),
    'shutOut', EXISTS (SELECT 1 FROM organization WHERE id = ?2 AND deleted_at IS NOT NULL) OR EXISTS (
      SELECT 1 FROM user JOIN directory_user d ON d.email = user.email AND d.organization_id = ?2
      WHERE user.id = ?1 AND user.email <> '' AND (d.state <> 'active' OR d.deleted_at IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM directory WHERE id = d.directory_id AND deleted_at IS NOT NULL)
        AND NOT EXISTS (
          SELECT 1 FROM directory_user a WHERE a.email = d.email AND a.organization_id = ?2
            AND a.state = 'active' AND a.deleted_at IS NULL
        )
    ),
    'requiresSso', EXISTS (SELECT 1 FROM organization_policy WHERE organization_id = ?2 AND require_sso = 1) AND EXISTS (
      SELECT 1 FROM connection WHERE organization_id = ?2 AND state = 'active' AND deleted_at IS NULL
    ),
    'stores', json((SELECT json_group_array(slug) FROM (
      SELECT slug FROM organization_store WHERE organization_id = ?2 ORDER BY slug
    ))),
    'visiting', json((SELECT json_object('organizationId', organization_id, 'stores', json((
      SELECT json_group_array(slug) FROM (
        SELECT slug FROM organization_store o WHERE o.organization_id = v.organization_id ORDER BY slug
      )
    ))) FROM tenant_visit v WHERE v.sid = ?4))
  ) AS standing`;
