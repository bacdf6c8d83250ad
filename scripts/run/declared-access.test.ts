import { expect, test } from 'vitest';
import { ROOT } from './command.ts';
import { declaredAccess, undeclaredAccess, workerSources } from './declared-access.ts';

const declared = {
  functions: { 'features/keys/keys.functions.ts': { loadKeys: {} } },
  routes: { '/settings/keys': {} },
};
const keys = {
  path: 'features/keys/keys.functions.ts',
  text: `import { createServerFn } from '@tanstack/react-start';\nexport const loadKeys = createServerFn({ method: 'GET' }).handler(() => 1);\n`,
};
const page = {
  path: 'routes/settings/keys.tsx',
  text: `export const Route = createFileRoute('/settings/keys')({});`,
};

test('every server function and route of the Worker says what it takes', async () => {
  expect(undeclaredAccess(workerSources(ROOT), await declaredAccess(ROOT))).toEqual([]);
});

test('what is declared and there is in order', () => {
  expect(undeclaredAccess([keys, page], declared)).toEqual([]);
});

test.each([
  [
    'a function beside one that is declared',
    { ...keys, text: `${keys.text}export const endKey = createServerFn();` },
    'endKey',
  ],
  [
    'the first function of a feature',
    { path: 'features/new/new.functions.ts', text: 'export const load = createServerFn();' },
    'load',
  ],
  [
    'a function somewhere else',
    { path: 'features/new/page.tsx', text: 'const load = createServerFn();' },
    'functions.ts',
  ],
  [
    'a function that no name leads to',
    { path: 'features/new/new.functions.ts', text: 'const load = createServerFn();\nexport { load };' },
    'export const',
  ],
  ['a route', { path: 'routes/new.tsx', text: `export const Route = createFileRoute('/new')({});` }, '/new'],
])('%s is found out', (_what, source, named) => {
  const others = [keys, page].filter(({ path }) => path !== source.path);
  expect(undeclaredAccess([...others, source], declared)).toEqual([expect.stringContaining(named)]);
});

test('so is a declaration of what is not there any more', () => {
  expect(undeclaredAccess([page], declared)).toEqual([expect.stringContaining('loadKeys')]);
  expect(undeclaredAccess([keys], declared)).toEqual([expect.stringContaining('/settings/keys')]);
});
