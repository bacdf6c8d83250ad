import { z } from 'zod';
import { PAGE_SIZE, type Page, pageWithin } from '../table/page-of.ts';
import { orderOf, type TableSearch } from '../table/table-search.ts';
import type { AuditRow } from './audit.ts';

/** Read in one go for a file. */
const ROWS_AT_A_TIME = 500;

const row = z
  .object({
    id: z.number(),
    at: z.number(),
    actor: z.string(),
    action: z.string(),
    target: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    request_id: z.string(),
    via: z.string().nullable(),
    address: z.string().nullable(),
  })
  .transform(({ request_id: requestId, ...stored }): AuditRow => ({ ...stored, requestId }));

/** Columns that can be sorted by. Names of ours: nothing that is asked for gets into SQL. */
const COLUMNS = ['at', 'actor', 'action', 'target'] as const;

/** The entries that a search finds, one page of them. */
export async function auditPage(db: D1Database, search: TableSearch): Promise<Page<AuditRow>> {
  const { where, values } = condition(search);
  const order = orderOf(search, COLUMNS, { column: 'at', descending: true });
  const counted = await db
    .prepare(`SELECT count(*) AS total FROM audit_log WHERE ${where}`)
    .bind(...values)
    .first<number>('total');
  const total = counted ?? 0;
  const page = pageWithin(search, total);
  const way = order.descending ? 'DESC' : 'ASC';
  const { results } = await db
    .prepare(
      `SELECT * FROM audit_log WHERE ${where} ORDER BY ${order.column} ${way}, id ${way} LIMIT ? OFFSET ?`,
    )
    .bind(...values, PAGE_SIZE, (page - 1) * PAGE_SIZE)
    .all();
  return { rows: results.map((stored) => row.parse(stored)), total, page, order };
}

/** All entries that a search finds, newest first. */
export async function* auditEntries(db: D1Database, search: TableSearch): AsyncGenerator<AuditRow> {
  const { where, values } = condition(search);
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each part begins where the one before ended
    const { results } = await db
      .prepare(`SELECT * FROM audit_log WHERE ${where} AND id < ? ORDER BY id DESC LIMIT ?`)
      .bind(...values, before, ROWS_AT_A_TIME)
      .all();
    const rows = results.map((stored) => row.parse(stored));
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_A_TIME) return;
    before = last.id;
  }
}

/** Every word has to be somewhere in the entry. */
function condition({ find = '', only }: TableSearch): { where: string; values: string[] } {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  const text = `lower(concat_ws(' ', actor, action, target, before, after, request_id, via, address))`;
  return {
    where: [
      '1 = 1',
      ...(only === undefined ? [] : [`action LIKE ? || '.%'`]),
      ...words.map(() => `instr(${text}, ?) > 0`),
    ].join(' AND '),
    values: [...(only === undefined ? [] : [only]), ...words],
  };
}
