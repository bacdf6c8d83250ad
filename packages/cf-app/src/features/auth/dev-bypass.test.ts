import { maySeeStore } from '@layerkick/auth/auth-context';
import { expect, test } from 'vitest';
import { readConfiguration } from '#/env.server.ts';
import { devBypassContext } from './dev-bypass.server.ts';

const complete = {
  APP_ORIGIN: 'http://localhost:3051',
  WORKOS_CLIENT_ID: 'client_1',
  WORKOS_API_KEY: 'sk_1',
  WORKOS_COOKIE_PASSWORD: 'a-password-of-at-least-32-characters-in-all',
  OPS_TOKEN: 'a-token-of-at-least-32-characters-in-all',
};

test('under the development server, DEV_BYPASS_AUTH=1 is an administrator who can be told from a real one', () => {
  const context = devBypassContext(readConfiguration({ ...complete, DEV_BYPASS_AUTH: '1' }));
  expect(context?.via).toBe('dev-bypass');
  expect(context?.permissions.has('admin')).toBe(true);
  expect(maySeeStore(context?.stores ?? [], 'any-store')).toBe(true);
});

test.each([{}, { DEV_BYPASS_AUTH: '0' }])('%j: everybody signs in', (variables) => {
  expect(devBypassContext(readConfiguration({ ...complete, ...variables }))).toBeNull();
});
