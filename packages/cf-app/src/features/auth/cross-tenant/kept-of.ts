/** Where it is said who belongs together and what they have. */
interface Places {
  readonly DB: D1Database;
  readonly LAYERKICK_KV: KVNamespace;
}

/** Every row and entry in which one of these names stands, to see that nothing of somebody is different afterwards. */
export async function keptOf(names: readonly string[], { DB, LAYERKICK_KV }: Places): Promise<object> {
  const isAbout = (kept: unknown) => names.some((name) => JSON.stringify(kept).includes(name));
  const tables = await DB.prepare(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '_*' AND name NOT GLOB 'sqlite_*' ORDER BY name`,
  ).all<{ name: string }>();
  const rows = await DB.batch(
    tables.results.map(({ name }) => DB.prepare(`SELECT * FROM ${name} ORDER BY 1, 2`)),
  );
  const { keys } = await LAYERKICK_KV.list();
  const entries = await Promise.all(keys.map(async ({ name }) => [name, await LAYERKICK_KV.get(name)]));
  return {
    rows: rows.map(({ results }, at) => [tables.results[at]?.name, results.filter(isAbout)]),
    entries: entries.filter(isAbout),
  };
}
