import { expect, test } from 'vitest';
import type { AuthContext } from '../auth-context.ts';
import { signedInRecently } from './recent-sign-in.ts';

const now = 1_800_000_000_000;
const minutes = 60_000;

function somebody(change: Pick<Partial<AuthContext>, 'via' | 'authenticatedAt'>): AuthContext {
  return {
    principal: { kind: 'user', id: 'user_1' },
    via: 'session',
    organization: null,
    stores: 'all',
    permissions: new Set(),
    degraded: false,
    ...change,
  };
}

test.each([
  ['just now', { authenticatedAt: now }, true],
  ['ten minutes ago', { authenticatedAt: now - 10 * minutes }, true],
  ['longer ago', { authenticatedAt: now - 10 * minutes - 1 }, false],
  ['at an unknown time', {}, false],
  ['never: a key', { via: 'api-key', authenticatedAt: now }, false],
  ['never: a bearer token', { via: 'bearer', authenticatedAt: now }, false],
] as const)('signed in %s', (_when, change, recently) => {
  expect(signedInRecently(somebody(change), now)).toBe(recently);
});

test('development without sign-in is not asked: there is nobody to ask', () => {
  expect(signedInRecently(somebody({ via: 'dev-bypass' }), now)).toBe(true);
});
