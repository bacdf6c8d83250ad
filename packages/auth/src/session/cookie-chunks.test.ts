import { expect, test } from 'vitest';
import type { SetCookie } from '../cookie.ts';
import { clearSealedSession, readSealedSession, writeSealedSession } from './cookie-chunks.ts';

/** What a browser holds after these headers. It drops a cookie of more than 4,096 bytes. */
function browser(held: ReadonlyMap<string, string>, headers: readonly SetCookie[]): Map<string, string> {
  const cookies = new Map(held);
  for (const { name, header } of headers) {
    if (header.length > 4096) continue;
    if (header.includes('Max-Age=0')) cookies.delete(name);
    else cookies.set(name, header.slice(name.length + 1, header.indexOf(';')));
  }
  return cookies;
}

test.each([1, 3800, 3801, 7600, 11_400])('a sealed session of %d bytes survives the browser', (length) => {
  const sealed = 'x'.repeat(length);
  expect(readSealedSession(browser(new Map(), writeSealedSession(sealed, new Map())))).toBe(sealed);
});

test('one that fits is one cookie, as the SDK has it', () => {
  expect([...browser(new Map(), writeSealedSession('small', new Map())).keys()]).toEqual(['wos-session']);
});

test.each([
  ['grows', 'small', 'x'.repeat(8000)],
  ['shrinks', 'x'.repeat(8000), 'small'],
  ['shrinks by a chunk', 'x'.repeat(11_000), 'y'.repeat(5000)],
])('a session that %s leaves nothing of the old one behind', (_change, before, after) => {
  const held = browser(new Map(), writeSealedSession(before, new Map()));
  const now = browser(held, writeSealedSession(after, held));
  expect(readSealedSession(now)).toBe(after);
  expect([...now.values()].join('')).toBe(after);
});

test('one too large for any number of cookies is an error with a code, never dropped in silence', () => {
  expect(() => writeSealedSession('x'.repeat(12_000), new Map())).toThrow(
    expect.objectContaining({ code: 'session_too_large' }),
  );
});

test('signing out deletes every chunk, the session’s own name last', () => {
  const held = browser(new Map(), writeSealedSession('x'.repeat(8000), new Map()));
  const headers = clearSealedSession(held);
  expect(browser(held, headers).size).toBe(0);
  expect(headers.at(-1)?.name).toBe('wos-session');
});
