import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltWorker, startBuiltWorker } from '../built-worker.ts';
import { openStores, PAGE, signedIn } from '../merchant-at-fmdf.ts';
import { Visitor } from '../visitor.ts';

let app: BuiltWorker;
beforeAll(async () => {
  app = await startBuiltWorker();
  await openStores(app);
});
afterAll(() => app.close());

const policyOf = (response: Response) => response.headers.get('Content-Security-Policy') ?? '';
const nonceOf = (response: Response) => /'nonce-([^']+)'/.exec(policyOf(response))?.[1];

test.each([
  PAGE,
  '/stores',
  '/stats/no-such-store',
  '/no-such-page',
  '/auth/workos/callback?error=x&state=y',
])('%s: every script carries the page’s nonce, and nothing is styled in the page', async (path) => {
  const response = await (await signedIn(app)).ask(path);
  const html = await response.text();
  const nonce = nonceOf(response);
  expect(nonce).toMatch(/^[\w+/]{22}==$/);
  const scripts = html.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(html).not.toMatch(/<style\b|\sstyle="|\son[a-z]+="/);
  expect(policyOf(response)).not.toContain('unsafe');
});

test('a nonce is good for one page', async () => {
  const visitor = await signedIn(app);
  expect(nonceOf(await visitor.ask(PAGE))).not.toBe(nonceOf(await visitor.ask(PAGE)));
});

test('a page cannot be framed, tells other sites nothing, and shares its window with nobody', async () => {
  const { headers } = await (await signedIn(app)).ask(PAGE);
  expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('Content-Security-Policy')).toContain("base-uri 'none'");
  expect(headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin');
  expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
  expect(headers.get('Permissions-Policy')).toContain('geolocation=()');
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test('signing out may end at WorkOS, where browsers would otherwise stop', async () => {
  expect(policyOf(await (await signedIn(app)).ask(PAGE))).toContain(`form-action 'self' ${app.workos.url}`);
});

test.each(['/healthz', '/api/v1/me', '/api/no-such-thing'])(
  '%s, which is no page, can do nothing',
  async (path) => {
    const response = await new Visitor(app.origin).ask(path);
    expect(policyOf(response)).toBe("default-src 'none'; frame-ancestors 'none'");
  },
);
