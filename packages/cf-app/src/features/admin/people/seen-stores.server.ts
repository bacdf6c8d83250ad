import { type Reason, reasonsOfPerson } from '@layerkick/auth/resolve-stores';
import { personClaim } from '#/features/auth/person-claim.server.ts';
import type { Store } from '#/features/stores/store.schema.ts';
import type { MembershipRow, ReasonRow, SeenStore } from './people.ts';

/**
 * Which stores somebody sees, and why: what the rule says of them without an organization and in each of theirs, since a
 * session is in one at a time. It is asked as on a request, so that the page cannot say anything else.
 */
export async function seenStores(
  userId: string,
  memberships: readonly MembershipRow[],
  stores: readonly Store[],
): Promise<readonly SeenStore[]> {
  const found = new Map<string | null, Map<string, ReasonRow>>();
  const parts = await Promise.all([null, ...memberships].map((membership) => seenIn(userId, membership)));
  for (const { seen, onlyBySso, membership } of parts) {
    for (const { stores: access, reason } of seen) {
      const row = rowOf(reason, membership, onlyBySso);
      for (const slug of access === 'all' ? [null] : access) {
        const reasons = found.get(slug) ?? new Map<string, ReasonRow>();
        found.set(slug, reasons.set(JSON.stringify(row), row));
      }
    }
  }
  const names = new Map(stores.map(({ slug, name }) => [slug, name]));
  return [...found]
    .map(([slug, reasons]) => ({
      slug,
      name: slug === null ? '' : (names.get(slug) ?? slug),
      reasons: [...reasons.values()],
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

async function seenIn(userId: string, membership: MembershipRow | null) {
  if (membership === null)
    return { seen: reasonsOfPerson(await personClaim({ sub: userId })), onlyBySso: false, membership };
  const { organization, role } = membership;
  const claims = { sub: userId, org_id: organization.id, ...(role === null ? {} : { role }) };
  const [bySso, otherwise] = await Promise.all([
    personClaim(claims, { method: 'SSO', organizationId: organization.id }),
    personClaim(claims),
  ]);
  return { seen: reasonsOfPerson(bySso), onlyBySso: otherwise.withheld !== undefined, membership };
}

function rowOf(reason: Reason, membership: MembershipRow | null, onlyBySso: boolean): ReasonRow {
  if (reason.by !== 'organization') return { by: reason.by };
  const { organizationId: id, role } = reason;
  const organization = membership?.organization ?? { id, name: id };
  return { by: 'organization', organization, role: role ?? '', onlyBySso };
}
