import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildTracker } from './build.ts';

/** Its smallest peer, Counterscale, has 1,896 bytes. */
const MAX_GZIP_BYTES = 1_500;

test('the storefront script is smaller than every peer', async () => {
  const { code } = await buildTracker();
  const bytes = gzipSync(code, { level: 9 }).byteLength;
  console.info(`lk.js: ${bytes} bytes gzip, ${code.length} raw`);
  expect(bytes).toBeLessThan(MAX_GZIP_BYTES);
});

test('it is built the same every time', async () => {
  expect(await buildTracker()).toEqual(await buildTracker());
});
