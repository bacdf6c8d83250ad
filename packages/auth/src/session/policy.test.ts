import { expect, test } from 'vitest';
import { afterFailedRefresh, refreshNeed } from './policy.ts';

const now = 1_800_000_000_000;
const endingIn = (seconds: number) => ({
  iss: 'https://api.workos.com',
  sub: 'user_1',
  sid: 'session_1',
  client_id: 'client_1',
  exp: now / 1000 + seconds,
});

test.each([
  ['valid', 300, 'none'],
  ['valid', 60, 'none'],
  ['valid', 59, 'soon'],
  ['valid', -3, 'soon'], // within the clock skew that is allowed
  ['expired', -6, 'now'],
] as const)('a token that is %s with %d s left is to be renewed: %s', (token, seconds, need) => {
  expect(refreshNeed(token, endingIn(seconds), now)).toBe(need);
});

test.each([
  ['soon', 'transient', 30, 'keep-current'],
  ['soon', 'terminal', 30, 'keep-current'],
  ['now', 'terminal', -60, 'sign-out'],
  ['now', 'transient', -60, 'degraded'],
  ['now', 'transient', -60 * 60 + 1, 'degraded'],
  ['now', 'transient', -60 * 60, 'unavailable'], // the grace period is over
] as const)('renewal needed %s, failure %s, with %d s left: %s', (need, failure, seconds, meaning) => {
  expect(afterFailedRefresh(need, failure, endingIn(seconds), now)).toBe(meaning);
});
