import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeReturnPath } from './return-to.ts';

describe('safe: kept as it is', () => {
  test.each([
    ['/', 'the start'],
    ['/stats/fmdf', 'a page'],
    ['/stats/fmdf?range=30d&compare=previous', 'the state of a page is its query'],
    ['/stats/fmdf#sources', 'a place in a page'],
    ['/stats/fmdf?next=https://evil.example/', 'another address inside the query is only text'],
    ['/authors', 'only /auth itself is special'],
    ['/%2f%2fevil.example', 'encoded slashes are part of a path, and are not decoded twice'],
    ['/%5cevil.example', 'so are encoded backslashes'],
    ['/a//b', 'double slashes inside a path do not name a host'],
    ['/caf%C3%A9', 'encoded letters'],
    ['/%ff', 'what cannot be decoded'],
  ])('%j: %s', (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });
});

describe('unsafe: becomes /', () => {
  test.each<[asked: unknown, why: string]>([
    ['//evil.example', 'a host without a scheme'],
    ['///evil.example', 'browsers skip further slashes'],
    ['/\\evil.example', 'browsers read a backslash as a slash'],
    ['\\\\evil.example', 'twice'],
    ['/\t/evil.example', 'browsers drop a tab inside a URL'],
    ['/\n/evil.example', 'and a line feed'],
    ['/\r\nSet-Cookie: wos-session=forged', 'a header of its own'],
    ['/stats\u0000', 'a NUL'],
    ['https:evil.example', 'a scheme without slashes is still a scheme'],
    ['https://evil.example/', 'another site'],
    ['javascript:alert(1)', 'a script'],
    ['data:text/html,x', 'a document of its own'],
    ['evil.example', 'not a path'],
    [' /stats/fmdf', 'leading space: not a path'],
    ['/..//evil.example', 'dot segments that leave two slashes in front'],
    ['/.//evil.example', 'the same with one dot'],
    ['/%2e//evil.example', 'an encoded dot segment is a dot segment'],
    ['/auth/workos/logout', 'would end the session that was just opened'],
    ['/auth/workos/login?return_to=/', 'would loop'],
    ['/stats/../auth/workos/login', 'the same by another way'],
    ['/auth', 'the same'],
    ['/AUTH/workos/login', 'the router does not mind the case'],
    ['/%61uth/workos/login', 'and decodes each segment'],
    [`/${'a'.repeat(2000)}`, 'too long for a cookie'],
    ['', 'nothing'],
    [undefined, 'not given'],
    [['/stats/fmdf'], 'given twice'],
  ])('%j: %s', (asked) => {
    expect(safeReturnPath(asked)).toBe('/');
  });
});

test('whatever is asked for, a browser stays on our host', () => {
  const fragments = fc.constantFrom(
    '/',
    '\\',
    '\t',
    '\n',
    '.',
    '..',
    '%2f',
    '%5c',
    'evil.example',
    '@',
    ':',
    'https:',
    '?',
    '#',
  );
  const hostile = fc.array(fc.oneof(fragments, fc.string()), { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.oneof(
        hostile,
        hostile.map((rest) => `/${rest}`),
      ),
      (asked) => {
        const path = safeReturnPath(asked);
        expect(new URL(path, 'https://app.layerkick.com').origin).toBe('https://app.layerkick.com');
        expect(safeReturnPath(path)).toBe(path);
      },
    ),
    { numRuns: 500 },
  );
});
