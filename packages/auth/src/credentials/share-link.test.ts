import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from '../auth-context.ts';
import { unmetBy } from '../requirement.ts';
import { authenticateShare, type ShareLink } from './share-link.ts';

const NOW = Date.UTC(2026, 10, 20);
const LINK: ShareLink = {
  id: 'share_1',
  name: 'Agency',
  store: 'fmdf',
  filters: [{ dimension: 'channel', op: 'is', values: ['Email'] }],
  hasPassword: false,
  expiresAt: null,
  revokedAt: null,
};

describe('a link leads nowhere', () => {
  test.each<[string, ShareLink | null]>([
    ['that was never made', null],
    ['that was revoked', { ...LINK, revokedAt: NOW - 1 }],
    ['that is over at this very moment', { ...LINK, expiresAt: NOW }],
    ['that is over, whatever its password', { ...LINK, expiresAt: NOW - 1, hasPassword: true }],
    ['that was revoked before it was over', { ...LINK, expiresAt: NOW + 1, revokedAt: NOW - 1 }],
  ])('%s, and all of these answer alike', (_, link) => {
    for (const unlocked of [false, true]) {
      expect(authenticateShare(link, unlocked, NOW)).toEqual({ kind: 'unknown' });
    }
  });
});

test('a password has to be said first', () => {
  const link = { ...LINK, hasPassword: true };
  expect(authenticateShare(link, false, NOW)).toEqual({ kind: 'locked' });
  expect(authenticateShare(link, true, NOW)).toMatchObject({ kind: 'authenticated' });
});

describe('who comes by a link', () => {
  const share = authenticateShare({ ...LINK, expiresAt: NOW + 1 }, false, NOW);
  if (share.kind !== 'authenticated') throw new Error('not let in');
  const { auth } = share;

  test('sees one store within its filters, and is nobody', () => {
    expect(auth).toMatchObject({ stores: ['fmdf'], organization: null, via: 'share', locked: LINK.filters });
    expect(auth.principal).toEqual({ kind: 'share-link', id: 'share_1', name: 'Agency' });
    expect(unmetBy(auth, { permission: 'stats:read', store: 'slug' }, 'northwind', NOW)).toBe('store');
  });

  test.each(PERMISSIONS.filter((permission) => permission !== 'stats:read'))('may not %s', (permission) => {
    expect(unmetBy(auth, { permission }, null, NOW)).toBe('permission');
  });
});
