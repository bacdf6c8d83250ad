import { API_KEY, CLIENT_ID } from '@layerkick/workos-local/accounts';
import { createApp } from '@layerkick/workos-local/app';
import { DEFAULT_SETTINGS } from '@layerkick/workos-local/settings';
import { createWorld } from '@layerkick/workos-local/world';
import { env } from 'cloudflare:workers';
import { vi } from 'vitest';
import { z } from 'zod';
import { identityOf } from '#/features/auth/identity.server.ts';
import { compareWithWorkOS } from '#/features/mirror/compare.server.ts';
import { workosDirectory } from '@layerkick/auth/workos/directory';
import { workosConnection } from '#/features/auth/session-provider.server.ts';
import { inRequest } from '#/lib/request-under-test.ts';

const tokens = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  user: z.looseObject({ id: z.string(), email: z.string() }),
});

/** The local WorkOS in this isolate: whatever is fetched is answered by it. Ada is an administrator. */
export function localWorkOS() {
  const { configuration } = identityOf(env);
  // No binding of the test says so.
  Object.assign(configuration, { ADMIN_USER_IDS: new Set(['user_01LKADMIN']), WORKOS_DEADLINE_MS: 5000 });
  const world = createWorld('https://workos.test', DEFAULT_SETTINGS, Date.now, [
    { id: 'org_acme', name: 'Acme', members: { user_01LKMERCHANT: 'owner', user_01LKAGENCY: 'viewer' } },
    { id: 'org_other', name: 'Other', members: {} },
  ]);
  const app = createApp(world);
  /** Calls that change something, as `POST /organizations`. */
  const writes: string[] = [];
  let down = false;
  let distorted: ((answer: Record<string, unknown>) => object) | null = null;
  const spied = vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    if (down && !pathname.startsWith('/sso/jwks/')) return new Response('down', { status: 503 });
    if (request.method !== 'GET') writes.push(`${request.method} ${pathname}`);
    const answer = await app.fetch(new Request(`https://workos.test${pathname}${search}`, request));
    if (distorted === null || request.method === 'GET') return answer;
    return Response.json(distorted(z.record(z.string(), z.unknown()).parse(await answer.json())));
  });

  /** A session of somebody's browser, that began so many milliseconds ago. */
  async function cookieOf(email: string, ago = 0): Promise<string> {
    const query = new URLSearchParams({
      client_id: CLIENT_ID,
      redirect_uri: DEFAULT_SETTINGS.redirectUris[0] ?? '',
      response_type: 'code',
      provider: 'authkit',
      login_hint: email,
    });
    const back = await app.fetch(new Request(`https://workos.test/user_management/authorize?${query}`));
    const code = new URL(back.headers.get('location') ?? '').searchParams.get('code');
    const answer = await app.fetch(
      new Request('https://workos.test/user_management/authenticate', {
        method: 'POST',
        body: JSON.stringify({
          grant_type: 'authorization_code',
          client_id: CLIENT_ID,
          client_secret: API_KEY,
          code,
        }),
      }),
    );
    const {
      access_token: accessToken,
      refresh_token: refreshToken,
      user,
    } = tokens.parse(await answer.json());
    const session = { user, accessToken, refreshToken, signedInAt: Date.now() - ago };
    const [cookie] = await identityOf(env).store.write(session, new Map());
    return cookie?.header.split(';')[0] ?? '';
  }

  return {
    world,
    writes,
    /** Nobody waits seconds for it then. */
    goDown: () => {
      down = true;
      Object.assign(configuration, { WORKOS_DEADLINE_MS: 100 });
    },
    /** Answers to changes are no longer as documented. */
    distort: (how: NonNullable<typeof distorted>) => void (distorted = how),
    restore: () => spied.mockRestore(),
    cookieOf,
    /** The mirror as WorkOS is. */
    compare: () =>
      compareWithWorkOS(
        env.DB,
        workosDirectory(workosConnection(env, identityOf(env).configuration)),
        Date.now() + 3_600_000,
      ),
  };
}

/** What `work` answers in a request with this cookie. */
export async function answeredTo<T>(cookie: string, work: () => Promise<T>): Promise<T> {
  return (await inRequest(work, { cookie, path: '/admin/people' })).answer;
}
