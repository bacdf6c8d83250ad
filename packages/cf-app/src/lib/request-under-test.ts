import { beginRequest } from './request-context.server.ts';

/** What `work` answers as a request with this cookie, and the headers of the cookies that it sets. */
export async function inRequest<T>(
  work: () => T | Promise<T>,
  { cookie = '', path = '/' } = {},
): Promise<{ readonly answer: T; readonly setCookies: readonly string[] }> {
  const request = new Request(`http://localhost:3051${path}`, { headers: { Cookie: cookie } });
  const current = beginRequest(request, () => undefined);
  const answer = await current.within(work);
  return { answer, setCookies: current.setCookies };
}
