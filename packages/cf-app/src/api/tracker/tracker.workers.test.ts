import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';

const get = (headers: Record<string, string> = {}) =>
  exports.default.fetch('http://localhost:3051/lk.js', { headers });

test('the storefront script is a script, for every site, with a tag of its own', async () => {
  const response = await get();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
  expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{16}"$/);
  expect(await response.text()).toContain('api/event');
});

test.each([['the tag'], ['W/ and the tag'], ['several tags']])('304 for %s', async (kind) => {
  const tag = (await get()).headers.get('etag') ?? '';
  const known =
    { 'the tag': tag, 'W/ and the tag': `W/${tag}`, 'several tags': `"other", ${tag}` }[kind] ?? '';
  const response = await get({ 'if-none-match': known });
  expect(response.status).toBe(304);
  expect(await response.text()).toBe('');
  expect(response.headers.get('etag')).toBe(tag);
});

test('a tag of an older script gets the new one', async () => {
  expect((await get({ 'if-none-match': '"0000000000000000"' })).status).toBe(200);
});
