import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Bytes of an object's database by table, its indexes included, largest first. workerd must have stopped. */
export function tableSizes(folder: string): Map<string, number> {
  const [file] = globSync(join(folder, 'objects', '*', '*.sqlite')).filter(
    (path) => !path.includes('metadata'),
  );
  if (file === undefined) throw new Error(`No object has stored anything in ${folder}`);
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database
      .prepare(
        `SELECT schema.tbl_name AS name, SUM(stat.pgsize) AS bytes
         FROM dbstat stat JOIN sqlite_schema schema ON schema.name = stat.name GROUP BY 1 ORDER BY 2 DESC`,
      )
      .all();
    return new Map(rows.map(({ name, bytes }) => [String(name), Number(bytes)]));
  } finally {
    database.close();
  }
}
