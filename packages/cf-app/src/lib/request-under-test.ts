import { inRequestContext } from './request-context.server.ts';

/** What `work` answers as a request with this cookie, and the headers of the cookies that it sets. */
export async function inRequest<T>(
  work: () => T | Promise<T>,
  { cookie = '', path = '/' } = {},
): Promise<{ readonly answer: T; readonly setCookies: readonly string[] }> {
  const answered: { answer: T; setCookies: readonly string[] }[] = [];
  let answer: T;
  await inRequestContext(
    new Request(`http://localhost:3051${path}`, { headers: { Cookie: cookie } }),
    () => undefined,
    async () => {
      answer = await work();
      return new Response();
    },
    (response, { setCookies }) => {
      answered.push({ answer, setCookies });
      return response;
    },
  );
  const [only] = answered;
  if (only === undefined) throw new Error('nothing was answered');
  return only;
}
