import { maySeeStore } from '@layerkick/auth/auth-context';
import { reasonsOfPerson } from '@layerkick/auth/resolve-stores';
import { parseUserStoreMapping, userStoreKey } from '@layerkick/auth/user-store-mapping';
import { z } from 'zod';
import type { Member, MemberReason, Members } from './store-settings.ts';

const PREFIX = userStoreKey('');
/** Mappings that are looked at: KV is asked for each. */
const MOST_MAPPINGS = 200;
const MOST_PEOPLE = 500;

const members = z.array(
  z.object({
    id: z.string(),
    email: z.string().nullable(),
    first_name: z.string().nullable(),
    last_name: z.string().nullable(),
    organization_id: z.string(),
    organization: z.string().nullable(),
    role: z.string().nullable(),
  }),
);
const people = members.element.pick({ id: true, email: true, first_name: true, last_name: true }).array();

/**
 * Who sees a store, and why: everybody whom the same rule as on every request gives it. Operators see every store and are
 * not listed.
 */
export async function membersOf(
  { DB, LAYERKICK_KV }: Pick<Env, 'DB' | 'LAYERKICK_KV'>,
  slug: string,
): Promise<Members> {
  const [inOrganizations, mapped] = await Promise.all([
    membersIn(DB, slug),
    mappedPeople(LAYERKICK_KV, slug),
  ]);
  const found = new Map<string, Member & { reasons: MemberReason[] }>();
  const at = (person: Omit<Member, 'reasons'>) => {
    const known = found.get(person.id) ?? { ...person, reasons: [] };
    found.set(person.id, known);
    return known;
  };
  for (const row of inOrganizations) {
    const claim = {
      kind: 'user',
      userId: row.id,
      adminUserIds: new Set<string>(),
      internalOrganizationId: null,
      mapped: [],
      membership: { organizationId: row.organization_id, active: true, role: row.role, stores: [slug] },
    } as const;
    const sees = reasonsOfPerson(claim).some(({ stores }) => maySeeStore(stores, slug));
    if (!sees) continue;
    const organization = row.organization ?? row.organization_id;
    at(named(row)).reasons.push({ by: 'organization', organization, role: row.role });
  }
  const known = await peopleOf(DB, mapped.users);
  for (const id of mapped.users) {
    at(known.get(id) ?? { id, email: null, name: null }).reasons.push({ by: 'mapping' });
  }
  return { people: [...found.values()], more: mapped.more || inOrganizations.length === MOST_PEOPLE };
}

async function membersIn(db: D1Database, slug: string) {
  const { results } = await db
    .prepare(
      `SELECT m.user_id AS id, u.email, u.first_name, u.last_name, s.organization_id, o.name AS organization, m.role
       FROM organization_store s
       JOIN membership m ON m.organization_id = s.organization_id AND m.status = 'active' AND m.deleted_at IS NULL
       LEFT JOIN user u ON u.id = m.user_id
       LEFT JOIN organization o ON o.id = s.organization_id
       WHERE s.slug = ? AND u.deleted_at IS NULL AND o.deleted_at IS NULL
       ORDER BY u.email, m.user_id LIMIT ${MOST_PEOPLE}`,
    )
    .bind(slug)
    .all();
  return members.parse(results);
}

async function mappedPeople(kv: KVNamespace, slug: string): Promise<{ users: string[]; more: boolean }> {
  const { keys, list_complete: complete } = await kv.list({ prefix: PREFIX, limit: MOST_MAPPINGS });
  const users = await Promise.all(
    keys.map(async ({ name }) =>
      parseUserStoreMapping(await kv.get(name))?.includes(slug) === true ? [name.slice(PREFIX.length)] : [],
    ),
  );
  return { users: users.flat(), more: !complete };
}

async function peopleOf(db: D1Database, ids: readonly string[]) {
  const { results } = await db
    .prepare(
      `SELECT id, email, first_name, last_name FROM user
       WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))`,
    )
    .bind(JSON.stringify(ids))
    .all();
  return new Map(people.parse(results).map((row) => [row.id, named(row)]));
}

function named(row: z.output<typeof people>[number]): Omit<Member, 'reasons'> {
  const name = [row.first_name, row.last_name].filter(Boolean).join(' ');
  return { id: row.id, email: row.email, name: name === '' ? null : name };
}
