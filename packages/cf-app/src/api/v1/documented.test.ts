import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OPERATIONS } from '@layerkick/client/operations';
import { expect, test } from 'vitest';

const HERE = import.meta.resolve('./');
const page = readFileSync(fileURLToPath(import.meta.resolve('../../../../../docs/api.md')), 'utf8');

/** Codes are part of the API: programs decide by them. */
test.each([
  './problems.ts',
  './route.ts',
  '../unanswered.ts',
  '../ops/parse-body.ts',
  '../../features/access/access.server.ts',
  '../../../../auth/src/credentials/authentication.ts',
  '../../../../auth/src/resilience/may-write.ts',
])('docs/api.md lists every code of %s', (path) => {
  const source = readFileSync(fileURLToPath(new URL(path, HERE)), 'utf8');
  const codes = [
    ...[...source.matchAll(/code: '([a-z_]+)'/g)].map(([, code]) => code),
    ...[...source.matchAll(/^ {2}([a-z_]+): \[\d{3}, /gm)].map(([, code]) => code),
  ];
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});

test.each(Object.values(OPERATIONS))('docs/api.md lists $method $path', ({ method, path, permission }) => {
  const row = page.split('\n').find((line) => line.startsWith(`| \`${method} ${path}\``));
  expect(row).toContain(permission === 'any' ? '| –' : `| \`${permission}\``);
});
