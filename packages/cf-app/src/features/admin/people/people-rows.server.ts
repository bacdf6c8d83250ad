import { z } from 'zod';
import { PAGE_SIZE, type Page, pageWithin } from '../table/page-of.ts';
import { orderOf, type TableSearch } from '../table/table-search.ts';
import { nameOf } from './name-of.ts';
import type { PersonRow } from './people.ts';

const row = z
  .object({
    id: z.string(),
    email: z.string(),
    first_name: z.string().nullable(),
    last_name: z.string().nullable(),
    memberships: z.string().transform((text) => memberships.parse(JSON.parse(text))),
  })
  .transform(({ first_name, last_name, ...stored }): PersonRow => ({
    ...stored,
    name: nameOf(first_name, last_name),
  }));

const memberships = z.array(
  z
    .object({
      id: z.string(),
      organization_id: z.string(),
      organization_name: z.string().nullable(),
      role: z.string().nullable(),
      status: z.string(),
    })
    .transform(({ id, organization_id, organization_name, role, status }) => ({
      id,
      organization: { id: organization_id, name: organization_name ?? organization_id },
      role,
      status,
    })),
);

/** Names of ours: nothing that is asked for gets into SQL. */
const COLUMNS = ['name', 'email'] as const;
const SORTED_BY = { name: `lower(concat_ws(' ', u.first_name, u.last_name, u.email))`, email: 'u.email' };

/** Every word has to be somewhere in the person's id, name, address or organizations. */
export async function peoplePage(db: D1Database, search: TableSearch): Promise<Page<PersonRow>> {
  const words = (search.find ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  const where = ['u.deleted_at IS NULL', ...words.map(() => `instr(${TEXT}, ?) > 0`)].join(' AND ');
  const order = orderOf(search, COLUMNS, { column: 'name', descending: false });
  const total =
    (await db
      .prepare(`SELECT count(*) AS total FROM user u WHERE ${where}`)
      .bind(...words)
      .first<number>('total')) ?? 0;
  const page = pageWithin(search, total);
  const { results } = await db
    .prepare(
      `SELECT u.id, u.email, u.first_name, u.last_name, ${MEMBERSHIPS} AS memberships FROM user u WHERE ${where}
       ORDER BY ${SORTED_BY[order.column]} ${order.descending ? 'DESC' : 'ASC'}, u.id LIMIT ? OFFSET ?`,
    )
    .bind(...words, PAGE_SIZE, (page - 1) * PAGE_SIZE)
    .all();
  return { rows: results.map((stored) => row.parse(stored)), total, page, order };
}

const BELONGS = `FROM membership m LEFT JOIN organization o ON o.id = m.organization_id
  WHERE m.user_id = u.id AND m.deleted_at IS NULL AND o.deleted_at IS NULL`;

const TEXT = `lower(concat_ws(' ', u.id, u.email, u.first_name, u.last_name,
  (SELECT group_concat(o.name, ' ') ${BELONGS})))`;

const MEMBERSHIPS = `(SELECT json_group_array(json_object('id', m.id, 'organization_id', m.organization_id,
  'organization_name', o.name, 'role', m.role, 'status', m.status)) ${BELONGS})`;
