import type { AuthContext } from '@layerkick/auth/auth-context';
import { expect, test } from 'vitest';
import { inRequest } from '#/lib/request-under-test.ts';
import { requireRecentSignIn } from './recent-sign-in.server.ts';
import { authorizationUrl } from './sign-in.server.ts';

const MINUTE = 60_000;

async function asked(minutesAgo: number, returnTo: string) {
  const auth: AuthContext = {
    principal: { kind: 'user', id: 'user_1' },
    via: 'session',
    organization: null,
    stores: ['fmdf'],
    permissions: new Set(),
    authenticatedAt: Date.now() - minutesAgo * MINUTE,
    degraded: false,
  };
  return (await inRequest(() => requireRecentSignIn(auth, returnTo))).answer;
}

test('somebody who just signed in goes on', async () => {
  expect(await asked(1, '/settings/keys')).toEqual({ ok: true });
});

test('somebody who signed in this morning signs in again, and comes back to the page', async () => {
  expect(await asked(4 * 60, '/settings/keys?new=1')).toMatchObject({
    ok: false,
    code: 'sign_in_again',
    signIn: '/auth/workos/login?return_to=%2Fsettings%2Fkeys%3Fnew%3D1&again=1',
  });
});

test('where to come back to is a path of ours', async () => {
  expect(await asked(60, '//evil.example')).toMatchObject({
    signIn: '/auth/workos/login?return_to=%2F&again=1',
  });
});

test('WorkOS is told to ask again who this is, though it still knows', async () => {
  const { answer: address } = await inRequest(() => authorizationUrl(new URLSearchParams({ again: '1' })));
  expect(new URL(address).searchParams.get('max_age')).toBe('0');
  const { answer: usual } = await inRequest(() => authorizationUrl(new URLSearchParams()));
  expect(new URL(usual).searchParams.has('max_age')).toBe(false);
});
