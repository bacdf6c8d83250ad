import { expect, test } from 'vitest';
import { leaksIn } from '../log-scan.ts';

test.each([
  ['{"event":"x","token":"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1In0.c2ln"}', 'a token'],
  ['{"event":"x","cookie":"Fe26.2*1*abc"}', 'a sealed session or flow'],
  ['{"event":"x","who":"merchant@fmdf.test"}', 'an e-mail address'],
  ['{"event":"x","from":"203.0.113.9"}', 'an IP address'],
  ['{"event":"x","from":"2001:db8::7"}', 'an IP address'],
  ['{"event":"x","header":"Bearer abcdefgh12345"}', 'a bearer credential'],
  ['GET /auth/workos/callback?code=01ABC&state=x', 'an authorization code'],
  ['{"event":"x","hint":"the-cookie-password"}', 'the password'],
])('%s: %s', (line, what) => {
  expect(leaksIn([line], { 'the password': 'the-cookie-password' }).join()).toContain(what);
});

test('an ordinary line holds nothing of it', () => {
  const line =
    '{"level":"info","event":"request","requestId":"0f8fad5b-d9cb-469f-a165-70867728950e","route":"/stats/$hash","principalId":"user_01LKMERCHANT","at":"2026-11-21T09:05:00.000Z","workosOutcomes":"503 200"}';
  expect(leaksIn([line, 'listening on http://127.0.0.1:4100'], {})).toEqual([]);
});
