import { z } from 'zod';
import { PAGE_SIZE, type Page, pageWithin } from '../table/page-of.ts';
import { orderOf, type TableSearch } from '../table/table-search.ts';
import type { OrganizationRow } from './organizations.ts';

const flag = z.number().transform((value) => value === 1);
const row = z
  .object({
    id: z.string(),
    name: z.string(),
    members: z.number(),
    stores: z.number(),
    domains: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
    sso: flag,
    requires_sso: flag,
  })
  .transform(({ requires_sso: requiresSso, ...stored }): OrganizationRow => ({ ...stored, requiresSso }));

/** Names of ours: nothing that is asked for gets into SQL. */
const COLUMNS = ['name', 'members', 'stores'] as const;
const SORTED_BY = { name: 'lower(o.name)', members: 'members', stores: 'stores' };

/** The organizations that a search finds, one page of them: every word is in the name, the id or a domain. */
export async function organizationsPage(db: D1Database, search: TableSearch): Promise<Page<OrganizationRow>> {
  const words = (search.find ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  const where = ['o.deleted_at IS NULL', ...words.map(() => `instr(${TEXT}, ?) > 0`)].join(' AND ');
  const order = orderOf(search, COLUMNS, { column: 'name', descending: false });
  const total =
    (await db
      .prepare(`SELECT count(*) AS total FROM organization o WHERE ${where}`)
      .bind(...words)
      .first<number>('total')) ?? 0;
  const page = pageWithin(search, total);
  const { results } = await db
    .prepare(
      `${SELECT} WHERE ${where}
       ORDER BY ${SORTED_BY[order.column]} ${order.descending ? 'DESC' : 'ASC'}, o.id LIMIT ? OFFSET ?`,
    )
    .bind(...words, PAGE_SIZE, (page - 1) * PAGE_SIZE)
    .all();
  return { rows: results.map((stored) => row.parse(stored)), total, page, order };
}

const DOMAINS = `FROM organization_domain d WHERE d.organization_id = o.id AND d.deleted_at IS NULL`;

const TEXT = `lower(concat_ws(' ', o.id, o.name, (SELECT group_concat(d.domain, ' ') ${DOMAINS})))`;

const SELECT = `SELECT o.id, o.name,
    (SELECT count(*) FROM membership m
      WHERE m.organization_id = o.id AND m.status = 'active' AND m.deleted_at IS NULL) AS members,
    (SELECT count(*) FROM organization_store s WHERE s.organization_id = o.id) AS stores,
    (SELECT json_group_array(d.domain) ${DOMAINS}) AS domains,
    EXISTS (SELECT 1 FROM connection c
      WHERE c.organization_id = o.id AND c.state = 'active' AND c.deleted_at IS NULL) AS sso,
    EXISTS (SELECT 1 FROM organization_policy p
      WHERE p.organization_id = o.id AND p.require_sso = 1) AS requires_sso
  FROM organization o`;
