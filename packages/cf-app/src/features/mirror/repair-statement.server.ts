import { AS_ASKED } from './change-statements.server.ts';
import { PERSONAL_COLUMNS } from './records.ts';
import type { Repair } from './repairs.ts';

/** Makes one row as WorkOS has it, unless news came for it in the meantime. @param now epoch ms */
export function repairStatement(db: D1Database, repair: Repair, now: number): D1PreparedStatement {
  if (repair.kind === 'gone') {
    const { table, seen } = repair;
    const erased = Object.entries(PERSONAL_COLUMNS[table] ?? {});
    const sets = ['deleted_at = ?', ...erased.map(([column]) => `${column} = ?`)];
    return db
      .prepare(`UPDATE ${table} SET ${sets.join(', ')} WHERE id = ? AND updated_at = ? AND version = ?`)
      .bind(now, ...erased.map(([, value]) => value), seen.id, seen.updatedAt, seen.version);
  }
  const { record, seen } = repair;
  const { table } = record;
  const columns = ['id', ...Object.keys(record.values), 'updated_at', 'version', 'deleted_at'];
  const conflict =
    seen === null
      ? 'DO NOTHING'
      : `DO UPDATE SET ${columns.map((each) => `${each} = excluded.${each}`).join(', ')}
         WHERE ${table}.updated_at = ? AND ${table}.version = ?`;
  return db
    .prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (id) ${conflict}`,
    )
    .bind(
      record.id,
      ...Object.values(record.values),
      record.updatedAt,
      AS_ASKED,
      null,
      ...(seen === null ? [] : [seen.updatedAt, seen.version]),
    );
}
