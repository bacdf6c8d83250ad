import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { openStores, PAGE, signedIn } from '../merchant-at-fmdf.ts';

const MAX_PAGE_BYTES = 150_000;
const MAX_TRACKER_BYTES = 1_500;

let app: BuiltWorker;
beforeAll(async () => {
  app = await startBuiltWorker();
  await openStores(app);
}, 60_000);
afterAll(() => app.close());

test('the stats page loads at most 150 kB of JavaScript', async () => {
  const visitor = await signedIn(app);
  const page = await visitor.ask(PAGE);
  expect(page.status).toBe(200);
  const scripts = await loadedScripts(await page.text());
  const bytes = [...scripts.values()].reduce((sum, code) => sum + gzipSync(code).byteLength, 0);
  console.info(
    `${PAGE}: ${(bytes / 1000).toFixed(1)} kB gzip in ${scripts.size} scripts, of which before they are made small`,
    ...heaviestModules([...scripts.keys()]).map(
      ([name, size]) => `\n  ${(size / 1000).toFixed(1)} kB ${name}`,
    ),
  );
  expect(scripts.size).toBeGreaterThan(1);
  expect(bytes).toBeLessThanOrEqual(MAX_PAGE_BYTES);
});

test('browsers keep what is named by its content, and ask for nothing of it twice', async () => {
  const visitor = await signedIn(app);
  const html = await (await visitor.ask(PAGE)).text();
  const named = new Set(html.match(/\/assets\/[\w.$-]+/g));
  expect([...named].some((path) => path.endsWith('.woff2'))).toBe(true);
  for (const path of named) {
    const { status, headers } = await fetch(new URL(path, app.origin));
    expect([path, status, headers.get('cache-control')]).toEqual([
      path,
      200,
      'public, max-age=31536000, immutable',
    ]);
  }
});

test('the page begins while the store’s object answers nobody', async () => {
  const visitor = await signedIn(app);
  const object = heldObject.parse(app.storage.STORE_STATS.getByName('fmdf'));
  await object.hold();
  // As it is written: what compresses on the way here waits for more.
  const page = await visitor.ask(PAGE, { headers: { 'Accept-Encoding': 'identity' } });
  const chunks = page.body?.pipeThrough(new TextDecoderStream()).getReader();
  const { value: begun = '' } = (await chunks?.read()) ?? {};
  expect(page.status).toBe(200);
  expect(begun).toMatch(/^<!DOCTYPE html><html lang="en-GB"><head>/);
  expect(begun).toMatch(/<link rel="preload" as="style" href="\/assets\/[\w.-]+\.css">/);
  expect(begun).toMatch(/<link rel="preload" as="font" .*href="\/assets\/[\w.-]+\.woff2">/);
  expect(begun).not.toContain('<body');

  await object.release();
  let rest = '';
  for (let next = await chunks?.read(); next?.done === false; next = await chunks?.read()) rest += next.value;
  expect(rest).toContain('<main id="main"');
  expect(rest).toContain('</html>');
});

test('the storefront script is served, and smaller than every peer', async () => {
  const response = await fetch(`${app.origin}/lk.js`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/javascript/);
  const bytes = gzipSync(await response.text()).byteLength;
  console.info(`/lk.js: ${bytes} bytes gzip`);
  expect(bytes).toBeLessThan(MAX_TRACKER_BYTES);
});

/** What objects of local builds can be told. */
const heldObject = z.custom<{ hold(): Promise<void>; release(): Promise<void> }>(Boolean);

const moduleSizes = z.record(z.string(), z.array(z.tuple([z.string(), z.number()])));

/** What the scripts are made of, as the build wrote it down: where to look when the page has become too heavy. */
function heaviestModules(paths: readonly string[]): [name: string, size: number][] {
  const file = fileURLToPath(import.meta.resolve('../../../cf-app/dist/localhost/module-sizes.json'));
  const sizes = moduleSizes.parse(JSON.parse(readFileSync(file, 'utf8')));
  return paths
    .flatMap((path) => sizes[path.slice(1)] ?? [])
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 25);
}

/** Every script that the page names or preloads, and what these import in turn, by path. */
async function loadedScripts(html: string): Promise<Map<string, string>> {
  const scripts = new Map<string, string>();
  const waiting = [...html.matchAll(/["'(](\/assets\/[\w.$-]+\.js)["')]/g)].map(([, path = '']) => path);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (scripts.has(path)) continue;
    const code = await (await fetch(new URL(path, app.origin))).text();
    scripts.set(path, code);
    for (const [, imported = ''] of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.$-]+\.js)["']/g)) {
      waiting.push(`/assets/${imported}`);
    }
  }
  return scripts;
}
