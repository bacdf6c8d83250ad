import { sessionOfRequest } from './session-of-request.server.ts';

/** Signing in and out deal with the cookie themselves, and must work where a session cannot be resolved. */
export async function resolveSessionEarly(pathname: string): Promise<void> {
  if (!pathname.startsWith('/auth/')) await sessionOfRequest();
}
