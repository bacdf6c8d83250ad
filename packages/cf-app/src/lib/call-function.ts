import { reloadOnce } from '#/features/shell/reload-once.ts';

/** On the answer to a call that reached none of our functions: the page is of another deployment. */
export const NO_FUNCTION_HEADER = 'X-No-Function';

/** Browser only: how pages call server functions. A page of an earlier deployment is loaded anew, once. */
export async function callFunction(...[url, init]: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(url, init);
  // Nothing goes on: the page is being replaced.
  if (response.headers.has(NO_FUNCTION_HEADER) && reloadOnce()) return new Promise(() => undefined);
  return response;
}
