import { expect, test } from 'vitest';
import { headFirst } from './head-first.ts';

const HEAD = '<!DOCTYPE html><html lang="de-DE"><head><link rel="preload">';
const headers = { 'Content-Type': 'text/html; charset=utf-8' };
const page = (body: BodyInit, init?: ResponseInit) => new Response(body, { headers, ...init });
const failed = () => '<p>failed</p>';
const text = new TextDecoder();

test('the first byte does not wait for the page, whatever it waits for', async () => {
  const held = Promise.withResolvers<Response>();
  const reader = headFirst(HEAD, held.promise, failed).body?.getReader();
  const first = await reader?.read();
  expect(text.decode(first?.value)).toBe(HEAD);
  held.resolve(
    page('<!DOCTYPE html><html lang="de-DE"><head><title>x</title></head><body>1,234</body></html>'),
  );
  const second = await reader?.read();
  expect(text.decode(second?.value)).toBe('<title>x</title></head><body>1,234</body></html>');
});

test('the page begins once, however it is cut into chunks', async () => {
  const chunks = [
    '<!DOCTYPE ',
    'html><html lang="de-DE" data-x=',
    '"1"><head',
    '><title>ä</title>',
    '</head>',
  ];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
  const answer = headFirst(HEAD, Promise.resolve(page(body)), failed);
  expect(await answer.text()).toBe(`${HEAD}<title>ä</title></head>`);
});

test('who is sent elsewhere meanwhile gets there', async () => {
  const elsewhere = page('', { status: 302, headers: { Location: '/auth/workos/login?a=1&b="x"' } });
  const answer = headFirst(HEAD, Promise.resolve(elsewhere), failed);
  expect(await answer.text()).toBe(
    `${HEAD}<meta http-equiv="refresh" content="0;url=/auth/workos/login?a=1&amp;b=&quot;x&quot;">`,
  );
});

test.each([
  ['nothing', Promise.resolve(null)],
  ['an answer that is no page', Promise.resolve(new Response('{}', { status: 500 }))],
])('where rendering ends with %s, the page says so', async (_, outcome) => {
  expect(await headFirst(HEAD, outcome, failed).text()).toBe(`${HEAD}<p>failed</p>`);
});
