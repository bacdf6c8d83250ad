import { expect, test } from 'vitest';
import { maySignOut } from './may-sign-out.ts';

const HERE = 'https://app.layerkick.com';

test.each<[string, Record<string, string>]>([
  ['our own form or link', { 'Sec-Fetch-Site': 'same-origin' }],
  ['typed into the address bar', { 'Sec-Fetch-Site': 'none' }],
  ['our own form in an old browser', { Origin: HERE }],
  ['our own link in an old browser', { Referer: `${HERE}/stats/fmdf` }],
  ['no web page at all', {}],
])('%s may sign out', (_case, headers) => {
  expect(maySignOut(new Headers(headers), HERE)).toBe(true);
});

test.each<[string, Record<string, string>]>([
  ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a sibling site', { 'Sec-Fetch-Site': 'same-site' }],
  ['a sibling site that claims our origin', { 'Sec-Fetch-Site': 'same-site', Origin: HERE }],
  ['another site’s form in an old browser', { Origin: 'https://evil.example' }],
  ['a sandboxed frame in an old browser', { Origin: 'null' }],
  ['another site’s link in an old browser', { Referer: 'https://evil.example/https://app.layerkick.com' }],
  ['an unreadable referrer', { Referer: 'about:blank#' }],
  ['prefetching', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Purpose': 'prefetch' }],
  ['prerendering from the address bar', { 'Sec-Fetch-Site': 'none', 'Sec-Purpose': 'prefetch;prerender' }],
  ['prefetching in an old browser', { Purpose: 'prefetch' }],
])('%s may not', (_case, headers) => {
  expect(maySignOut(new Headers(headers), HERE)).toBe(false);
});
