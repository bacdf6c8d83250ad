import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** The name of the second Worker. */
export const SECOND = 'lk-dashboard-second';

const built = z.looseObject({
  name: z.string(),
  durable_objects: z.looseObject({ bindings: z.array(z.looseObject({ name: z.string() })) }),
});

/**
 * The settings of another Worker from the same build, which has memory of its own and shares all storage and objects
 * with the first one: what two isolates on two continents are to each other. Returns where they are written.
 */
export async function secondIsolateOf(configPath: string): Promise<string> {
  const first = built.parse(JSON.parse(await readFile(configPath, 'utf8')));
  const bindings = first.durable_objects.bindings.map((binding) => ({ ...binding, script_name: first.name }));
  const second = {
    ...first,
    name: SECOND,
    durable_objects: { bindings },
    migrations: [],
    routes: [],
    triggers: {},
  };
  const path = join(dirname(configPath), 'wrangler.second.json');
  await writeFile(path, JSON.stringify(second));
  return path;
}
