import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

test.each(['localhost', 'production'])('the build for %s knows nothing of DEV_BYPASS_AUTH', (mode) => {
  const folder = fileURLToPath(import.meta.resolve(`../../../cf-app/dist/${mode}`));
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  expect(scripts.length).toBeGreaterThan(10);
  const withBypass = scripts.filter((name) =>
    /DEV_BYPASS_AUTH|user_dev_bypass/.test(readFileSync(join(folder, name), 'utf8')),
  );
  expect(withBypass).toEqual([]);
});
