import { expect, test } from 'vitest';
import { completeResponse } from './response-headers.server.ts';

const effects = { requestId: 'request-1', setCookies: [], personal: false, nonce: null, frameAncestors: [] };
const at = (address: string) => ({
  url: address,
  formTargets: () => ['https://api.workos.com'],
  development: false,
});
const here = at('https://app.layerkick.com/');

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
  const { headers } = completeResponse(new Response('x'), effects, at('http://localhost:3051/'));
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
