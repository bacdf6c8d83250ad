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

test('the storefront script is served, and smaller than every peer', async () => {
  const response = await fetch(`${app.origin}/lk.js`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/javascript/);
  const bytes = gzipSync(await response.text()).byteLength;
  console.info(`/lk.js: ${bytes} bytes gzip`);
  expect(bytes).toBeLessThan(MAX_TRACKER_BYTES);
});

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
