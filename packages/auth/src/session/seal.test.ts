import { WorkOS } from '@workos-inc/node';
import { expect, test } from 'vitest';
import { sealJson, unsealJson } from './seal.ts';

const current = 'the-password-in-use-of-at-least-32-characters';
const previous = 'the-password-before-of-at-least-32-characters';
const payload = { accessToken: 'a.b.c', refreshToken: 'r', user: { id: 'user_1', email: 'a@example.test' } };

test('the WorkOS SDK reads what is sealed here', async () => {
  const sdk = new WorkOS({ apiKey: 'sk_test', clientId: 'client_1' });
  const sessionData = await sealJson(payload, { current });
  expect(await sdk.userManagement.getSessionFromCookie({ sessionData, cookiePassword: current })).toEqual(
    payload,
  );
});

test('rotation: a cookie sealed with the old password is accepted and said to be', async () => {
  const sealed = await sealJson(payload, { current: previous });
  expect(await unsealJson(sealed, { current, previous })).toEqual({
    kind: 'unsealed',
    value: payload,
    withPrevious: true,
  });
});

test('after rotation only the new password seals', async () => {
  const sealed = await sealJson(payload, { current, previous });
  expect(await unsealJson(sealed, { current })).toMatchObject({ withPrevious: false });
  expect(await unsealJson(sealed, { current: previous })).toEqual({ kind: 'unreadable' });
});

test('a password that is neither opens nothing', async () => {
  const sealed = await sealJson(payload, { current: 'somebody-elses-password-of-32-characters' });
  expect(await unsealJson(sealed, { current, previous })).toEqual({ kind: 'unreadable' });
});

const whole = await sealJson(payload, { current });
test.each([
  ['empty', ''],
  ['not a seal', 'nonsense'],
  ['cut off', whole.slice(0, -20)],
  ['one character changed', whole.replace(/.(?=~2$)/, (last) => (last === 'A' ? 'Q' : 'A'))],
  ['components missing', 'Fe26.2*1*2'],
  ['another prefix', whole.replace('Fe26.2', 'Fe26.1')],
  ['an unknown password id', whole.replace('*1*', '*2*')],
  ['not base64', 'Fe26.2*1*a*%*%**b*%~2'],
  ['a megabyte', 'x'.repeat(1_000_000)],
])('a malformed seal (%s) is a value, never a throw', async (_case, sealed) => {
  expect(await unsealJson(sealed, { current, previous })).toEqual({ kind: 'unreadable' });
});
