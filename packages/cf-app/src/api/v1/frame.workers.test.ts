import { PERMISSIONS } from '@layerkick/auth/auth-context';
import { refusal } from '@layerkick/auth/credentials/authentication';
import { OPERATIONS } from '@layerkick/client/operations';
import { beforeAll, describe, expect, test } from 'vitest';
import { ADMINISTRATOR, ask, MERCHANT, openStores, ORIGIN } from './testing/api-under-test.ts';

beforeAll(openStores);

const question = { metrics: ['orders'], range: '7d' };

test.each(Object.entries(OPERATIONS))('%s declares what it takes to do it', (_id, operation) => {
  expect(['any', ...PERMISSIONS]).toContain(operation.permission);
  expect(operation.write).toBe(
    !['GET'].includes(operation.method) &&
      !/\/(stats|change|funnel|cohorts|goals|bookings)$/.test(operation.path),
  );
});

test.each(Object.values(OPERATIONS))(
  '$method $path: nobody learns anything without a credential',
  async (operation) => {
    const path = operation.path.replace('{slug}', 'gifts').replace('{userId}', 'user_01M');
    const response = await ask(operation.method, path, { as: { kind: 'anonymous' } });
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('www-authenticate')).toContain(
      `resource_metadata="${ORIGIN}/.well-known/oauth-protected-resource"`,
    );
  },
);

test.each(Object.values(OPERATIONS).filter(({ permission }) => permission !== 'any'))(
  '$method $path: refused without its permission, whatever else is wrong',
  async (operation) => {
    const path = operation.path.replace('{slug}', 'Not A Slug').replace('{userId}', 'nobody');
    const as = { ...ADMINISTRATOR, permissions: new Set<never>() };
    const response = await ask(operation.method, path, { as });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'permission_missing' });
  },
);

test('a credential that was refused is told why, and is never answered as nobody', async () => {
  const refused = refusal('token_expired');
  const response = await ask('GET', '/me', { as: refused });
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
  expect(await response.json()).toMatchObject({ code: 'token_expired', detail: refused.message });
});

test('a credential that cannot be checked now is a 503 that says when to come again', async () => {
  const refused = refusal('unavailable');
  const response = await ask('GET', '/me', { as: refused });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
  expect(response.headers.get('www-authenticate')).toBeNull();
});

test('below an organization’s path the same operations are found', async () => {
  const response = await ask('GET', '/me', { below: '/org/acme' });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ principal: { id: 'user_01ADMIN' } });
});

describe('a store', () => {
  test.each(['/stores/books/stats', '/stores/no-such-store/stats'])(
    '%s: one that may not be seen and one that does not exist answer alike',
    async (path) => {
      const response = await ask('POST', path, { as: MERCHANT, body: question });
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual({
        type: 'about:blank',
        status: 403,
        code: 'store_forbidden',
        title: 'This credential may not see that store',
      });
    },
  );

  test('whoever sees all learns no more about one that does not exist', async () => {
    const response = await ask('POST', '/stores/no-such-store/stats', { body: question });
    expect(await response.json()).toMatchObject({ status: 403, code: 'store_forbidden' });
  });

  test('named in a body is held to the same', async () => {
    const as = { ...MERCHANT, permissions: ADMINISTRATOR.permissions };
    const body = {
      v: 1,
      store: 'books',
      batch: '0a0e6f0e-2d4c-4f43-8f0c-0c1f0f5b7a10',
      sent: 0,
      events: [{}],
      visitor: { ip: '192.0.2.1', userAgent: '' },
    };
    const response = await ask('POST', '/events', { as, body });
    expect(await response.json()).toMatchObject({ status: 403, code: 'store_forbidden' });
  });
});

describe('a write with a session’s cookie', () => {
  const as = { ...ADMINISTRATOR, via: 'session' } as const;
  const body = { stores: ['gifts'] };

  test.each([undefined, 'null', 'https://evil.example', `${ORIGIN}.evil.example`])(
    'is refused from a page at %s',
    async (origin) => {
      const headers: Record<string, string> = origin === undefined ? {} : { origin };
      const response = await ask('PUT', '/access/user_01M', { as, body, headers });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: 'origin_forbidden' });
    },
  );

  test('is done from our own pages', async () => {
    const response = await ask('PUT', '/access/user_01M', { as, body, headers: { origin: ORIGIN } });
    expect(response.status).toBe(200);
  });
});

describe('limits', () => {
  const none: RateLimit = { limit: async () => ({ success: false }) };

  test('every answer says what they are', async () => {
    const response = await ask('GET', '/me');
    expect(response.headers.get('ratelimit-policy')).toBe('"requests";q=300;w=60');
  });

  test('one too many is a 429 that says when to come again', async () => {
    const response = await ask('GET', '/me', { bindings: { API_LIMIT: none } });
    expect(response.status).toBe(429);
    expect(response.headers.get('ratelimit')).toBe('"requests";r=0;t=60');
    expect(response.headers.get('retry-after')).toBe('60');
  });

  test('are counted by principal', async () => {
    const keys: string[] = [];
    const counting: RateLimit = { limit: async ({ key }) => (keys.push(key), { success: true }) };
    await ask('GET', '/me', { bindings: { API_LIMIT: counting } });
    expect(keys).toEqual(['user:user_01ADMIN']);
  });

  test.each([
    ['GET', '/stores/gifts/export?metrics=orders&range=7d'],
    ['GET', '/stores/gifts/stats?metrics=orders&range=7d&asOf=2026-11-20'],
  ])('%s %s costs more and has a lower one', async (method, path) => {
    const response = await ask(method, path, { bindings: { API_COSTLY_LIMIT: none } });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60']);
  });

  test('a limiter that is down takes nothing along', async () => {
    const failing: RateLimit = { limit: () => Promise.reject(new Error('down')) };
    expect((await ask('GET', '/me', { bindings: { API_LIMIT: failing } })).status).toBe(200);
  });
});

test.each<[string, string, unknown, string]>([
  ['POST', '/stores/gifts/stats', { metrics: ['profit'], range: '7d' }, 'metrics[0]'],
  ['POST', '/stores/gifts/stats', { metrics: ['orders'], range: '7d', colour: 'red' }, ''],
  ['GET', '/stores/gifts/stats?metrics=orders&range=2026-02-30..2026-03-01', undefined, 'range'],
  ['GET', '/stores/gifts/stats?metrics=orders&range=7d&filters=%5B', undefined, 'filters'],
  ['GET', '/stores/gifts/stats?metrics=orders&metrics=sessions&range=7d', undefined, 'metrics'],
  ['GET', '/stores/gifts/stats?metrics=orders&range=7d&asOf=2026-01-01', undefined, 'asOf'],
  ['GET', '/stores/Not%20A%20Slug/stats?metrics=orders&range=7d', undefined, 'slug'],
  ['GET', '/stores?cursor=nonsense', undefined, 'cursor'],
  ['GET', '/access/nobody@example.test', undefined, 'userId'],
])('%s %s %j is a 400 that names the field', async (method, path, body, field) => {
  const response = await ask(method, path, { body });
  expect(response.status).toBe(400);
  const problem = await response.json<{ code: string; errors: { field: string }[] }>();
  expect(problem.code).toBe('fields_invalid');
  expect(problem.errors[0]?.field.split('.')[0]).toBe(field);
});

test('an address is told which methods it knows', async () => {
  const response = await ask('DELETE', '/stores/gifts/stats');
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
});

test('storage that does not answer is a 503 that leads to the log', async () => {
  const down = {
    prepare: () => {
      throw new Error('D1 is down');
    },
  } as unknown as D1Database;
  const response = await ask('GET', '/stores', { bindings: { DB: down } });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
  const { code, detail } = await response.json<{ code: string; detail: string }>();
  expect(code).toBe('unavailable');
  expect(detail).toContain(response.headers.get('x-request-id'));
});

test('what is not there is a 404 in the same words as everything else', async () => {
  const response = await ask('GET', '/figures');
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
});

test('HEAD is GET without the body', async () => {
  const response = await ask('HEAD', '/me');
  expect([response.status, await response.text()]).toEqual([200, '']);
});

describe('while the identity provider is down', () => {
  const as = { ...ADMINISTRATOR, degraded: true };

  test('nothing is changed', async () => {
    const response = await ask('PUT', '/access/user_01M', { as, body: { stores: ['gifts'] } });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await response.json()).toMatchObject({ code: 'read_only_for_now' });
  });

  test('reading goes on', async () => {
    expect((await ask('POST', '/stores/gifts/stats', { as, body: question })).status).toBe(200);
  });

  test('events are taken, since they would be lost', async () => {
    const response = await ask('POST', '/events', { as, body: {} });
    expect(response.status).toBe(400);
  });
});
