import { env } from 'cloudflare:workers';
import { apiV1 } from '../../../cf-app/src/api/v1/route.ts';
import { authenticateRequest } from '../../../cf-app/src/features/auth/authenticate-request.server.ts';
import { answerRequest } from '../../../cf-app/src/lib/answer-request.server.ts';
import { workosInMemory } from '../auth/environment.ts';

globalThis.fetch = workosInMemory;
// A line per request is made, as in production, and thrown away.
console.log = () => undefined;

const api = apiV1(
  { authenticate: authenticateRequest, clock: Date.now },
  () => new Response(null, { status: 404 }),
);

/** The product's HTTP API, with all that comes before an operation; `auth-platform.ts` stands in for its bindings. */
export default {
  fetch: (request, _env, ctx) => answerRequest(request, ctx, () => api.fetch(request, env)),
} satisfies ExportedHandler;
