import { expect, test } from 'vitest';
import { JsonAnswer } from './json-answer.ts';
import { completeResponse } from './response-headers.server.ts';

const effects = { requestId: 'request-1', setCookies: [], personal: false, nonce: null, frameAncestors: [] };
const site = (address: string) => ({
  url: address,
  formTargets: () => ['https://api.workos.com'],
  development: false,
});
const here = site('https://app.layerkick.com/');

test('every answer has its request’s id and cannot be framed, sniffed or leak where one came from', () => {
  const { headers } = completeResponse(new Response('x'), effects, here);
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-request-id': 'request-1',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  });
});

test('a page runs the scripts that carry its nonce, and has its window for itself', () => {
  const page = new Response('<html>', { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  const { headers } = completeResponse(page, { ...effects, nonce: 'abc' }, here);
  expect(headers.get('Content-Security-Policy')).toContain("'nonce-abc'");
  expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  expect(headers.get('Permissions-Policy')).toContain('camera=()');
});

test('a route that answers with a policy of its own keeps it', () => {
  const own = new Response('x', { headers: { 'Content-Security-Policy': "default-src 'self'" } });
  expect(completeResponse(own, effects, here).headers.get('Content-Security-Policy')).toBe(
    "default-src 'self'",
  );
});

test('over plain http nothing is promised about https', () => {
  const { headers } = completeResponse(new Response('x'), effects, site('http://localhost:3051/'));
  expect(headers.has('Strict-Transport-Security')).toBe(false);
});

test('an answer about nobody keeps its own caching', () => {
  const script = new Response('x', { headers: { 'Cache-Control': 'public, max-age=3600' } });
  const { headers } = completeResponse(script, effects, here);
  expect(headers.get('Cache-Control')).toBe('public, max-age=3600');
  expect(headers.has('Vary')).toBe(false);
});

test.each([
  ['depends on who is asking', { ...effects, personal: true }],
  ['sets a cookie', { ...effects, setCookies: ['wos-session=x'] }],
])('an answer that %s is kept by no cache', (_case, personal) => {
  const page = new Response('x', { headers: { 'Cache-Control': 'public', Vary: 'Accept-Language' } });
  const { headers } = completeResponse(page, personal, here);
  expect(headers.get('Cache-Control')).toBe('private, no-store');
  expect(headers.get('Vary')).toBe('Accept-Language, Cookie');
});

test.each<[string, string[], string]>([
  ['may be kept by their browser', [], 'private, no-cache'],
  ['is kept by no cache where it sets a cookie', ['wos-session=x'], 'private, no-store'],
])('an answer about somebody that has to be asked about each time %s', (_case, setCookies, kept) => {
  const figures = new Response('x', { headers: { 'Cache-Control': 'private, no-cache' } });
  const { headers } = completeResponse(figures, { ...effects, setCookies, personal: true }, here);
  expect(headers.get('Cache-Control')).toBe(kept);
});

test('each cookie is a header of its own', () => {
  const setCookies = ['a=1; Path=/', 'b=2; Path=/'];
  expect(
    completeResponse(new Response('x'), { ...effects, setCookies }, here).headers.getSetCookie(),
  ).toEqual(setCookies);
});

test('a redirect, whose headers cannot be changed, is completed too', () => {
  const redirect = Response.redirect('https://app.layerkick.com/stores', 302);
  const completed = completeResponse(redirect, effects, here);
  expect(completed.status).toBe(302);
  expect(completed.headers.get('Location')).toBe('https://app.layerkick.com/stores');
  expect(completed.headers.get('X-Request-Id')).toBe('request-1');
});

const LIMITS = { 'ratelimit-policy': '"requests";q=300;w=60' };

test.each([
  ['https://app.layerkick.com/', false],
  ['https://app.layerkick.com/', true],
  ['http://localhost:3051/', false],
  ['http://localhost:3051/', true],
])('JSON at %s, about somebody: %j, has the headers that a response of it has', (url, personal) => {
  for (const requestId of ['request-1', 'request-2']) {
    for (const headers of [LIMITS, undefined, { ...LIMITS, 'x-other': '1' }]) {
      const answer = new JsonAnswer(202, '{"a":1}', headers);
      const at = { ...effects, personal, requestId };
      const [atOnce, oneByOne] = [answer, answer.toResponse()].map((one) =>
        completeResponse(one, at, site(url)),
      );
      expect(Object.fromEntries(atOnce!.headers)).toEqual(Object.fromEntries(oneByOne!.headers));
      expect([atOnce!.status, atOnce!.headers.get('x-request-id')]).toEqual([202, requestId]);
    }
  }
});

test('JSON that comes after another keeps nothing of it and changes nothing of it', async () => {
  const personal = completeResponse(
    new JsonAnswer(200, '1', LIMITS),
    { ...effects, personal: true, requestId: 'first', setCookies: ['wos-session=x'] },
    here,
  );
  const first = completeResponse(new JsonAnswer(200, '2', LIMITS), { ...effects, requestId: 'second' }, here);
  first.headers.set('x-changed', 'afterwards');
  const second = completeResponse(new JsonAnswer(404, '3', LIMITS), { ...effects, requestId: 'third' }, here);
  expect([personal, first, second].map(({ headers }) => headers.get('x-request-id'))).toEqual([
    'first',
    'second',
    'third',
  ]);
  expect([personal, first, second].map(({ status }) => status)).toEqual([200, 200, 404]);
  expect(personal.headers.getSetCookie()).toEqual(['wos-session=x']);
  expect([second.headers.has('x-changed'), second.headers.getSetCookie()]).toEqual([false, []]);
  expect(await Promise.all([personal, first, second].map((one) => one.text()))).toEqual(['1', '2', '3']);
});
