import { expect, test } from 'vitest';
import {
  answerIsPersonal,
  answerWithCookies,
  inRequestContext,
  requestId,
} from './request-context.server.ts';

const request = () =>
  new Request('https://app.layerkick.com/', { headers: { 'X-Request-Id': 'chosen-by-caller' } });
const ignored = () => undefined;

test('the id is ours, not the caller’s, and the same all through a request', async () => {
  const seen: string[] = [];
  await inRequestContext(
    request(),
    ignored,
    async () => {
      seen.push(requestId());
      await Promise.resolve();
      seen.push(requestId());
      return new Response();
    },
    (response, effects) => {
      seen.push(effects.requestId);
      return response;
    },
  );
  expect(new Set(seen).size).toBe(1);
  expect(seen[0]).not.toBe('chosen-by-caller');
  expect(requestId()).toBe('none');
});

test('requests at the same time do not mix', async () => {
  const ids = await Promise.all(
    Array.from({ length: 10 }, () =>
      inRequestContext(
        request(),
        ignored,
        async () => {
          await Promise.resolve();
          return new Response(requestId());
        },
        (response) => response,
      ).then((response) => response.text()),
    ),
  );
  expect(new Set(ids).size).toBe(10);
});

test('of several cookies with one name the last is sent', async () => {
  await inRequestContext(
    request(),
    ignored,
    () => {
      answerWithCookies([{ name: 'wos-session', header: 'wos-session=refreshed' }]);
      answerWithCookies([{ name: 'other', header: 'other=1' }]);
      answerWithCookies([{ name: 'wos-session', header: 'wos-session=; Max-Age=0' }]);
      answerIsPersonal();
      return new Response();
    },
    (response, { setCookies, personal }) => {
      expect(setCookies).toEqual(['other=1', 'wos-session=; Max-Age=0']);
      expect(personal).toBe(true);
      return response;
    },
  );
});
