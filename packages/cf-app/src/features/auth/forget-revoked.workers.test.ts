import { LONGEST_SESSION_MS } from '@layerkick/auth/session/policy';
import { revokedSessionsInD1 } from '@layerkick/auth/session/revoked-sessions';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { forgetRevokedSessions } from './forget-revoked.server.ts';

test('an ended session is remembered as long as a copy of it could be let in, and then forgotten', async () => {
  const revoked = revokedSessionsInD1(env.DB);
  const now = 1_800_000_000_000;
  await revoked.add('session_old', now - LONGEST_SESSION_MS - 1);
  await revoked.add('session_younger', now - LONGEST_SESSION_MS);
  await forgetRevokedSessions(env, now);
  expect(await revoked.has('session_old')).toBe(false);
  expect(await revoked.has('session_younger')).toBe(true);
});
