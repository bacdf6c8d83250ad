import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { createStore } from '#/features/stores/registry.server.ts';
import { newStore } from '#/features/stores/store.schema.ts';
import { answeredTo, localWorkOS } from './operator-under-test.ts';

export const ADMIN = 'admin@layerkick.test';
const TABLES = [
  'membership',
  'invitation',
  'organization',
  'organization_domain',
  'organization_policy',
  'organization_slug',
  'organization_store',
  'user',
  'audit_log',
  'revoked_session',
  'known_session',
];

/** In each test of the file an administrator in front of a WorkOS and a mirror as at first, and one store. */
export function consoleUnderTest() {
  let workos: ReturnType<typeof localWorkOS>;
  let admin: string;

  beforeAll(async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const store = newStore.parse({ slug: 'gifts', timeZone: 'Europe/London', currency: 'GBP' });
    await createStore(env.DB, store, { actor: 'operator', requestId: 'test', at: 0 });
  });
  beforeEach(async () => {
    await env.DB.batch(TABLES.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
    workos = localWorkOS();
    await workos.compare();
    admin = await workos.cookieOf(ADMIN);
    workos.writes.length = 0;
  });
  afterEach(() => workos.restore());
  afterAll(() => vi.restoreAllMocks());

  return {
    get workos() {
      return workos;
    },
    /** What the administrator's work answers. */
    asAdmin: <T>(work: () => Promise<T>) => answeredTo(admin, work),
    async audited() {
      const { results } = await env.DB.prepare(
        'SELECT action, target, before, after, actor, via FROM audit_log ORDER BY id',
      ).all();
      return results;
    },
  };
}
