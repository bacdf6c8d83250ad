import { z } from 'zod';
import type { MirroredRecord, MirrorTable } from './records.ts';

const row = z.looseObject({
  id: z.string(),
  updated_at: z.number(),
  version: z.string(),
  deleted_at: z.number().nullable(),
});

/** What is known here of one record; null where it is not known, or was deleted. */
export async function mirrored(
  db: D1Database,
  table: MirrorTable,
  id: string,
): Promise<MirroredRecord | null> {
  const found = await db
    .prepare(`SELECT * FROM ${table} WHERE id = ? AND deleted_at IS NULL`)
    .bind(id)
    .first();
  if (found === null) return null;
  const {
    id: _id,
    updated_at: updatedAt,
    version: _version,
    deleted_at: _deletedAt,
    ...values
  } = row.parse(found);
  return { table, id, updatedAt, values: values as MirroredRecord['values'] };
}
