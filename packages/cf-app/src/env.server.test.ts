import { expect, test } from 'vitest';
import { ConfigurationError, readConfiguration } from './env.server.ts';

const complete = {
  APP_ORIGIN: 'https://app.layerkick.com',
  WORKOS_CLIENT_ID: 'client_1',
  WORKOS_API_KEY: 'sk_secret_value',
  WORKOS_COOKIE_PASSWORD: 'a-password-of-at-least-32-characters-in-all',
  OPS_TOKEN: 'a-token-of-at-least-32-characters-in-all',
};

function problemsOf(env: object): string {
  try {
    readConfiguration(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return '';
}

test('what has a default need not be there', () => {
  const configuration = readConfiguration(complete);
  expect(configuration.WORKOS_API_URL.href).toBe('https://api.workos.com/');
  expect([...configuration.ADMIN_USER_IDS]).toEqual([]);
  expect(configuration.WORKOS_ISSUERS).toEqual([]);
});

test('lists are comma-separated, and spaces around their parts do not count', () => {
  const { ADMIN_USER_IDS } = readConfiguration({ ...complete, ADMIN_USER_IDS: ' user_1, user_2 ,,' });
  expect([...ADMIN_USER_IDS]).toEqual(['user_1', 'user_2']);
});

test('everything that is missing is named at once', () => {
  const problems = problemsOf({ APP_ORIGIN: complete.APP_ORIGIN });
  for (const name of ['WORKOS_CLIENT_ID', 'WORKOS_API_KEY', 'WORKOS_COOKIE_PASSWORD', 'OPS_TOKEN']) {
    expect(problems).toContain(name);
  }
});

test.each([
  ['APP_ORIGIN', 'nowhere'],
  ['APP_ORIGIN', 'http://app.layerkick.com'],
  ['WORKOS_COOKIE_PASSWORD', 'short-secret'],
  ['WORKOS_COOKIE_PASSWORD_PREVIOUS', 'short-secret'],
  ['WORKOS_API_URL', 'http://workos.example'],
  ['WORKOS_API_URL', 'ftp://localhost'],
  ['DEMO_STOREFRONT', 'yes'],
  ['AUTH_PROVIDER', 'saml'],
  ['SESSION_STORE', 'memory'],
  ['OIDC_ISSUER', 'http://id.example'],
  ['OIDC_GROUP_ROLES', 'owners=org_1'],
])('%s=%s is refused by name, and the value is not repeated', (name, value) => {
  const problems = problemsOf({ ...complete, [name]: value });
  expect(problems).toContain(`${name}: `);
  expect(problems).not.toContain(value);
});

test('plain http reaches a WorkOS on this machine only', () => {
  expect(problemsOf({ ...complete, WORKOS_API_URL: 'http://localhost:4100' })).toBe('');
  expect(problemsOf({ ...complete, WORKOS_API_URL: 'http://localhost.evil.example' })).toContain(
    'must be https',
  );
});

test('plain http reaches ourselves on this machine only, under any name that leads nowhere else', () => {
  for (const origin of ['http://localhost:3051', 'http://app.localhost:3051'])
    expect(problemsOf({ ...complete, APP_ORIGIN: origin })).toBe('');
  expect(problemsOf({ ...complete, APP_ORIGIN: 'http://notlocalhost' })).toContain('must be https');
});

const oidc = {
  ...complete,
  AUTH_PROVIDER: 'oidc',
  OIDC_ISSUER: 'https://id.example.test',
  OIDC_CLIENT_ID: 'layerkick',
  OIDC_CLIENT_SECRET: 'a-secret',
};

test.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])('AUTH_PROVIDER=oidc needs %s', (name) => {
  expect(problemsOf({ ...oidc, [name]: undefined })).toContain(`${name}: missing`);
});

test('AUTH_PROVIDER=oidc needs no WorkOS', () => {
  expect(problemsOf({ ...oidc, WORKOS_API_KEY: undefined })).toBe('');
});

test('what groups are worth is JSON, and every entry is whole', () => {
  const entry = { group: 'owners', organization: 'org_1', role: 'owner' };
  expect(readConfiguration({ ...oidc, OIDC_GROUP_ROLES: JSON.stringify([entry]) }).OIDC_GROUP_ROLES).toEqual([
    entry,
  ]);
  expect(problemsOf({ ...oidc, OIDC_GROUP_ROLES: '[{"group":"owners"}]' })).toContain(
    'OIDC_GROUP_ROLES.0.organization: ',
  );
});

test('two environments that say the same are one configuration; another value is another one', () => {
  const configuration = readConfiguration({ ...complete });
  expect(readConfiguration({ ...complete })).toBe(configuration);
  expect(readConfiguration({ ...complete, ADMIN_USER_IDS: 'user_1' })).not.toBe(configuration);
});
