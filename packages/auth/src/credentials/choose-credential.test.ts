import { expect, test } from 'vitest';
import { chooseCredential, type CredentialChoice } from './choose-credential.ts';

const choose = (headers: Headers) => chooseCredential(headers, () => headers.has('Cookie'));
const chosen = (credential: object) => ({ ok: true, credential }) as CredentialChoice;
const refused = (code: string) => ({ ok: false, code }) as CredentialChoice;
const jwt = 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln';
const key = 'sk_live_0123456789';
const cookie = 'wos-session=Fe26.2';

test.each<[request: string, headers: Record<string, string>, choice: CredentialChoice]>([
  ['nothing at all', {}, chosen({ kind: 'none' })],
  ['a cookie', { Cookie: cookie }, chosen({ kind: 'cookie' })],
  ['a bearer token', { Authorization: `Bearer ${jwt}` }, chosen({ kind: 'bearer', token: jwt })],
  ['a scheme in capitals', { Authorization: `BEARER ${jwt}` }, chosen({ kind: 'bearer', token: jwt })],
  ['an API key as bearer', { Authorization: `Bearer ${key}` }, chosen({ kind: 'api-key', value: key })],
  ['an API key of its own', { 'X-API-Key': key }, chosen({ kind: 'api-key', value: key })],
  ['an API key that is none', { 'X-API-Key': jwt }, chosen({ kind: 'api-key', value: jwt })],
  ['an empty API key', { 'X-API-Key': '' }, chosen({ kind: 'api-key', value: '' })],
])('%s', (_request, headers, choice) => {
  expect(choose(new Headers(headers))).toEqual(choice);
});

test.each<[credential: string, headers: Record<string, string>, kind: string]>([
  ['a token', { Authorization: `Bearer ${jwt}` }, 'bearer'],
  ['a key', { Authorization: `Bearer ${key}` }, 'api-key'],
  ['a key of its own', { 'X-API-Key': key }, 'api-key'],
])('%s beats the cookie that the browser sends along', (_credential, headers, kind) => {
  const choice = choose(new Headers({ ...headers, Cookie: cookie }));
  expect(choice).toMatchObject({ ok: true, credential: { kind } });
});

test.each<[mistake: string, headers: [string, string][], code: string]>([
  [
    'a token and a key',
    [
      ['Authorization', `Bearer ${jwt}`],
      ['X-API-Key', key],
    ],
    'credentials_ambiguous',
  ],
  [
    'the same key twice',
    [
      ['Authorization', `Bearer ${key}`],
      ['X-API-Key', key],
    ],
    'credentials_ambiguous',
  ],
  [
    'an empty key beside a token',
    [
      ['Authorization', `Bearer ${jwt}`],
      ['X-API-Key', ''],
    ],
    'credentials_ambiguous',
  ],
  [
    'two tokens',
    [
      ['Authorization', `Bearer ${jwt}`],
      ['Authorization', `Bearer ${jwt}`],
    ],
    'credentials_ambiguous',
  ],
  ['Basic', [['Authorization', 'Basic dXNlcjpwYXNz']], 'authorization_unsupported'],
  ['a scheme without a token', [['Authorization', 'Bearer']], 'authorization_unsupported'],
  ['a bare token', [['Authorization', jwt]], 'authorization_unsupported'],
  ['an empty header', [['Authorization', '']], 'authorization_unsupported'],
])('%s is refused, and the cookie is not asked instead', (_mistake, headers, code) => {
  expect(choose(new Headers([...headers, ['Cookie', cookie]]))).toEqual(refused(code));
});
