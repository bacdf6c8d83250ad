import { expect, test } from 'vitest';
import { accessGrant, accessShow } from './access.ts';
import { parse } from './parse.ts';
import { rebuildCommand } from './rebuild.ts';
import { storeCreate, storeList } from './store.ts';

const COMMANDS = [storeCreate, storeList, accessGrant, accessShow, rebuildCommand];
const parsing = (line: string) => parse(COMMANDS, line.split(' ').filter(Boolean));

test('a command with all it needs is run', () => {
  expect(
    parsing(
      'store create gifts --currency GBP --time-zone Europe/London --domain a.test --domain b.test --remote',
    ),
  ).toEqual({
    kind: 'run',
    command: storeCreate,
    remote: true,
    given: {
      positionals: ['gifts'],
      options: new Map([
        ['currency', ['GBP']],
        ['time-zone', ['Europe/London']],
        ['domain', ['a.test', 'b.test']],
        ['remote', ['']],
      ]),
    },
  });
});

test.each([
  ['', null],
  ['--help', null],
  ['store create --help', storeCreate],
  ['store create gifts --help', storeCreate],
])('"%s" asks for help', (line, command) => {
  expect(parsing(line)).toEqual({ kind: 'help', command });
});

test.each([
  ['store', 'store what? There are: store create, store list.'],
  ['stor create gifts', 'There is no command "stor create". Did you mean "store create"?'],
  ['acces grant', 'There is no command "acces grant". Did you mean "access grant"?'],
  ['teleport', 'There is no command "teleport". npm run ops -- --help lists them.'],
  ['store create gifts --time-zone Europe/London', '--currency <code> is missing.'],
  ['store create --currency GBP --time-zone Europe/London', '<slug> is missing.'],
  ['store create gifts --curency GBP', 'There is no --curency. Did you mean --currency?'],
  [
    'store create gifts --currency GBP --currency EUR --time-zone Europe/London',
    '--currency is given twice.',
  ],
  ['store list everything', '"everything" is one argument too many.'],
  ['access grant user_1', '<store> is missing.'],
  ['access show', '<user-id> is missing.'],
])('"%s": %s', (line, message) => {
  expect(parsing(line)).toMatchObject({ kind: 'wrong', message });
});

test('a command may be one word', () => {
  expect(parsing('rebuild --store gifts')).toMatchObject({
    kind: 'run',
    command: rebuildCommand,
    given: { positionals: [], options: new Map([['store', ['gifts']]]) },
  });
});

test('several stores may be granted at once', () => {
  expect(parsing('access grant user_1 fmdf northwind')).toMatchObject({
    kind: 'run',
    given: { positionals: ['user_1', 'fmdf', 'northwind'] },
  });
});
