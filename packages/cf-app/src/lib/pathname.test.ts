import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathnameOf } from './pathname.ts';

test.each([
  'https://app.layerkick.com',
  'https://app.layerkick.com/',
  'https://app.layerkick.com?x=/y',
  'https://app.layerkick.com/api/v1/me?organization=a/b#c',
  'https://app.layerkick.com/api/v1/stores/fmdf/stats/',
  'http://localhost:3051/stats/fmdf',
  'https://app.layerkick.com/org/acme/../../api/v1/me',
  'https://app.layerkick.com/org/./acme',
  'https://app.layerkick.com/%2e%2e/api/',
  'https://app.layerkick.com/a/%2E%2e/b',
  'https://app.layerkick.com//evil.example/api/',
  'https://app.layerkick.com/a\\..\\api',
  'https://app.layerkick.com/.well-known/oauth-protected-resource',
  'https://app.layerkick.com/grüße/ a',
  'https://app.layerkick.com/a/..',
  'https://app.layerkick.com/a...b/..c',
])('the path of %s is what a URL says', (url) => {
  expect(pathnameOf(url)).toBe(new URL(url).pathname);
});

test('so is that of any address made of what could mislead', () => {
  const part = fc.constantFrom(
    '/',
    '.',
    '..',
    '%2e',
    '\\',
    '?',
    '#',
    'api',
    'v1',
    'org',
    '~',
    '-',
    '\t',
    '@',
    ':',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const url = `https://app.layerkick.com/${parts.join('')}`;
      expect(pathnameOf(url)).toBe(new URL(url).pathname);
    }),
  );
});
