import { safeReturnPath } from '@layerkick/auth/return-to';
import { IS_CALL, requestContext } from '#/lib/request-context.server.ts';

/** The page that a request is about, as a path with its search: the one asked for, or the one whose script asks. */
export function pageOfRequest(): string {
  const { url, headers } = requestContext().request;
  const page = headers.has(IS_CALL) ? headers.get('Referer') : url;
  if (page === null || !URL.canParse(page)) return '/';
  const { pathname, search } = new URL(page);
  return safeReturnPath(pathname + search);
}
