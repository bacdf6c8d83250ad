import { expect, test } from 'vitest';
import { answerIsPersonal, answerWithCookies, beginRequest, requestId } from './request-context.server.ts';

const begin = () =>
  beginRequest(
    new Request('https://app.layerkick.com/', { headers: { 'X-Request-Id': 'chosen-by-caller' } }),
    () => undefined,
  );

test('the id is ours, not the caller’s, and the same all through a request', async () => {
  const seen: string[] = [];
  const current = begin();
  await current.within(async () => {
    seen.push(requestId());
    await Promise.resolve();
    seen.push(requestId());
  });
  seen.push(current.requestId);
  expect(new Set(seen).size).toBe(1);
  expect(seen[0]).not.toBe('chosen-by-caller');
  expect(requestId()).toBe('none');
});

test('requests at the same time do not mix', async () => {
  const ids = await Promise.all(
    Array.from({ length: 10 }, () =>
      begin().within(async () => {
        await Promise.resolve();
        return requestId();
      }),
    ),
  );
  expect(new Set(ids).size).toBe(10);
});

test('of several cookies with one name the last is sent', () => {
  const current = begin();
  current.within(() => {
    answerWithCookies([{ name: 'wos-session', header: 'wos-session=refreshed' }]);
    answerWithCookies([{ name: 'other', header: 'other=1' }]);
    answerWithCookies([{ name: 'wos-session', header: 'wos-session=; Max-Age=0' }]);
    answerIsPersonal();
  });
  expect(current.setCookies).toEqual(['other=1', 'wos-session=; Max-Age=0']);
  expect(current.personal).toBe(true);
});
