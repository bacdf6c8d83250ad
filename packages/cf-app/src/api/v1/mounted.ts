import { authenticateRequest } from '#/features/auth/authenticate-request.server.ts';
import { openApi } from './openapi/route.ts';
import { apiV1 } from './route.ts';

/** The API as the Worker serves it, with the document about it. */
export const v1 = apiV1({ authenticate: authenticateRequest, clock: Date.now }, (request, env) =>
  openApi.fetch(request, env),
);
