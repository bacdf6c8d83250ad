import { env } from 'cloudflare:workers';
import { v1 } from '../../../cf-app/src/api/v1/mounted.ts';
import { pathInOrganization } from '../../../cf-app/src/features/organizations/organization-of-request.server.ts';
import { answerRequest } from '../../../cf-app/src/lib/answer-request.server.ts';
import { pathnameOf } from '../../../cf-app/src/lib/pathname.ts';
import { workosInMemory } from '../auth/environment.ts';
import { EMPTY_PATH } from '../auth/requests.ts';

globalThis.fetch = workosInMemory;
// A line per request is made, as in production, and thrown away.
console.log = () => undefined;

/**
 * The product's HTTP API with all that comes before an operation, as its `server.ts` leads there, and a route that does
 * nothing; `auth-platform.ts` stands in for its bindings.
 */
export default {
  fetch: (request, _env, ctx) =>
    answerRequest(request, ctx, (current) => {
      const path = pathInOrganization(pathnameOf(current.url), current);
      return path === EMPTY_PATH ? new Response('ok') : v1.fetch(request, env, current);
    }),
} satisfies ExportedHandler;
