import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** What server code looks like once it has been bundled and minified: none of it may reach a browser. */
const FINGERPRINTS: readonly (readonly [string, RegExp])[] = [
  ['sealed sessions', /Fe26\.2/],
  ['the WorkOS SDK', /api\.workos\.com|@workos-inc|workos-node|user_management\/authenticate/],
  ['Workers modules', /cloudflare:(?:workers|sockets|test)/],
  ['Node modules', /\bnode:(?:crypto|async_hooks|fs|buffer)\b/],
  ['names of secrets', /WORKOS_API_KEY|WORKOS_COOKIE_PASSWORD|OPS_TOKEN/],
  ['names of bindings', /LAYERKICK_KV|STORE_STATS|SESSION_REFRESH|COLLECT_LIMIT/],
  ['who is an admin', /ADMIN_USER_IDS|user-store:/],
  ['SQL', /\b(?:SELECT\s[^"'`]+\sFROM|INSERT INTO|CREATE TABLE|DELETE FROM)\s/],
  ['table names', tableNames()],
];

describe.each(['localhost', 'production'])('what the build for %s sends to browsers', (mode) => {
  const folder = fileURLToPath(import.meta.resolve(`../../../cf-app/dist/${mode}/client`));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:js|css|html|json|map)$/.test(name),
  );

  test('is there', () => {
    expect(files.filter((name) => name.endsWith('.js')).length).toBeGreaterThan(3);
  });

  test.each(FINGERPRINTS)('holds nothing of %s', (_, fingerprint) => {
    const found = files.flatMap((name) => {
      const match = fingerprint.exec(readFileSync(join(folder, name), 'utf8'));
      return match === null ? [] : [`${name}: ${match[0].slice(0, 60)}`];
    });
    expect(found).toEqual([]);
  });

  test('holds no source maps, which would hold the source', () => {
    expect(files.filter((name) => name.endsWith('.map'))).toEqual([]);
  });
});

test.each(['localhost', 'production'])('the build for %s holds no copy of .dev.vars', (mode) => {
  const folder = fileURLToPath(import.meta.resolve(`../../../cf-app/dist/${mode}`));
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => /(?:^|\/)\.(?:dev\.vars|env)/.test(name))).toEqual([]);
});

/** Those of D1 and of the stores' objects that could not be a word of anything else. */
function tableNames(): RegExp {
  const packages = fileURLToPath(import.meta.resolve('../../..'));
  const migrations = join(packages, 'cf-app', 'migrations');
  const schemas = [
    ...readdirSync(migrations).map((name) => join(migrations, name)),
    join(packages, 'stats', 'src', 'schema.ts'),
  ];
  const names = schemas.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/CREATE TABLE (?:IF NOT EXISTS )?(\w+_\w+)/g)].map(
      ([, name = '']) => name,
    ),
  );
  return new RegExp(`\\b(?:${names.join('|')})\\b`);
}
