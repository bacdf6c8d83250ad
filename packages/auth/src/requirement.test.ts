import { describe, expect, test } from 'vitest';
import { type AuthContext, PERMISSIONS } from './auth-context.ts';
import { type Requirement, unmetBy } from './requirement.ts';

const NOW = Date.UTC(2026, 10, 29, 12);
const MINUTE = 60_000;

const reader: AuthContext = {
  principal: { kind: 'user', id: 'user_1' },
  via: 'session',
  organization: null,
  stores: ['fmdf'],
  permissions: new Set(['stats:read']),
  authenticatedAt: NOW - MINUTE,
  degraded: false,
};
const nobody: AuthContext = { ...reader, stores: [], permissions: new Set() };
const operator: AuthContext = { ...reader, stores: 'all', permissions: new Set(PERMISSIONS) };

describe('what somebody lacks first', () => {
  const reading: Requirement = { permission: 'stats:read', store: 'slug' };
  const deleting: Requirement = { permission: 'admin', store: 'slug', recentSignIn: true };
  test.each<[string, AuthContext, Requirement, string | null, ReturnType<typeof unmetBy>]>([
    ['what is for anyone takes nothing', nobody, { permission: 'anyone' }, null, null],
    ['signed in is enough where nothing more is asked', nobody, { permission: 'signed-in' }, null, null],
    ['a permission that is held', reader, reading, 'fmdf', null],
    ['a permission that is not held', reader, { permission: 'stats:export' }, null, 'permission'],
    ['a store that is not theirs', reader, reading, 'northwind', 'store'],
    ['a store that is not there, in the same words', reader, reading, 'no-such-store', 'store'],
    ['somebody without stores lacks the permission already', nobody, reading, 'fmdf', 'permission'],
    ['an operator sees every store', operator, reading, 'northwind', null],
    ['an input that names no store is for the schema to refuse', reader, reading, null, null],
    [
      'a write with the last good answer',
      { ...operator, degraded: true },
      { permission: 'admin', write: true },
      null,
      'degraded',
    ],
    ['a read with the last good answer', { ...reader, degraded: true }, reading, 'fmdf', null],
    ['what cannot be undone, a minute after signing in', operator, deleting, 'fmdf', null],
    [
      'the same, an hour after',
      { ...operator, authenticatedAt: NOW - 60 * MINUTE },
      deleting,
      'fmdf',
      'recent-sign-in',
    ],
    [
      'the same by a key, which has nobody in front of it',
      { ...operator, via: 'api-key' },
      deleting,
      'fmdf',
      'recent-sign-in',
    ],
    [
      'nobody is sent to sign in while that cannot work',
      { ...operator, authenticatedAt: 0, degraded: true },
      deleting,
      'fmdf',
      'degraded',
    ],
  ])('%s', (_name, auth, requirement, slug, unmet) => {
    expect(unmetBy(auth, requirement, slug, NOW)).toBe(unmet);
  });
});
