import { authenticateRequest } from '#/features/auth/authenticate-request.server.ts';
import { apiV1 } from './route.ts';

/** The API as the Worker serves it. */
export const v1 = apiV1({ authenticate: authenticateRequest, clock: Date.now });
