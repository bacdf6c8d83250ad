import { requestContext } from '#/lib/request-context.server.ts';
import { authenticateRequest } from './authenticate-request.server.ts';

/**
 * Signing in and out deal with the cookie themselves, and must work where a session cannot be resolved; a shared page is
 * the same for everybody.
 */
export async function resolveSessionEarly(pathname: string): Promise<void> {
  if (!/^\/(?:auth|share|embed)\//.test(pathname)) await authenticateRequest(requestContext().request);
}
