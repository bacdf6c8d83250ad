import { expect, test } from 'vitest';
import { parseDevVars } from './dev-vars.ts';

test('names, values, comments, quotes and `export` are read as a shell would', () => {
  expect(
    parseDevVars(`# local only
APP_ORIGIN=http://localhost:3051   # where
export ADMIN_USER_IDS = "user_1,user_2" # both
WORKOS_API_KEY='sk_test_#1'

DEMO_STOREFRONT=
`),
  ).toEqual({
    APP_ORIGIN: 'http://localhost:3051',
    ADMIN_USER_IDS: 'user_1,user_2',
    WORKOS_API_KEY: 'sk_test_#1',
    DEMO_STOREFRONT: '',
  });
});

test.each([
  ['a line without a value', 'A=1\nthis is broken', '.dev.vars line 2 is not NAME=value'],
  ['a name that is none', 'app-origin=1', '.dev.vars line 1 is not NAME=value'],
  ['a quote that never closes', 'A="1', '.dev.vars line 1 opens a quote that never closes'],
  [
    'a cookie password that is too short',
    'WORKOS_COOKIE_PASSWORD=short',
    'WORKOS_COOKIE_PASSWORD has 5 characters and needs at least 32',
  ],
])('%s is one clear line that names it', (_, text, message) => {
  expect(() => parseDevVars(text)).toThrow(
    expect.objectContaining({ code: 'command_failed', message: expect.stringContaining(message) }),
  );
});

test('what is wrong with a secret is said without the secret', () => {
  expect(() => parseDevVars('OPS_TOKEN=hunter2')).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
  );
});
