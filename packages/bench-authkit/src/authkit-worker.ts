import { configure, CookieSessionStorage, createAuthService } from '@workos/authkit-session';
import { VARIABLES, workosInMemory } from '../../bench/src/auth/environment.ts';

/** As much of a framework as the library asks for: where the cookies are. */
class RequestCookies extends CookieSessionStorage<Request, Response> {
  async getCookie(request: Request, name: string): Promise<string | null> {
    const pairs = (request.headers.get('Cookie') ?? '').split('; ');
    return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
  }
}

configure({
  clientId: VARIABLES.WORKOS_CLIENT_ID,
  apiKey: VARIABLES.WORKOS_API_KEY,
  redirectUri: `${VARIABLES.APP_ORIGIN}/auth/workos/callback`,
  cookiePassword: VARIABLES.WORKOS_COOKIE_PASSWORD,
});
globalThis.fetch = workosInMemory;

const service = createAuthService<Request, Response>({
  sessionStorageFactory: (config) => new RequestCookies(config),
});

/** The same question behind WorkOS's own library: who is this, by the session in the cookie? */
export default {
  async fetch(request) {
    if (new URL(request.url).pathname !== '/api/v1/me') return new Response('unknown', { status: 404 });
    const { auth } = await service.withAuth(request);
    if (auth.user === null) return new Response('signed out', { status: 401 });
    return Response.json({
      principal: { kind: 'user', id: auth.user.id },
      permissions: auth.permissions ?? [],
    });
  },
} satisfies ExportedHandler;
