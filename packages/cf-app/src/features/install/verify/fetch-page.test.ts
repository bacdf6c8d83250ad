import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FetchedPage, fetchPage } from './fetch-page.ts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const asked: {
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}[] = [];

/** A server that answers by its path, as badly as servers do. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop');
  asked.push({ host: String(request.headers['x-host']), path: pathname, headers: request.headers });
  switch (pathname) {
    case '/to':
      response.writeHead(302, { location: searchParams.get('where') ?? '' }).end();
      return;
    case '/round':
      response.writeHead(301, { location: '/round' }).end();
      return;
    case '/endless': {
      response.writeHead(200, HTML);
      const more = () => {
        while (!response.destroyed && response.write('<p>'.repeat(10_000)));
      };
      response.on('drain', more);
      more();
      return;
    }
    case '/bomb':
      response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(gzipSync('a'.repeat(50_000_000)));
      return;
    case '/never':
      return;
    case '/drips':
      response.writeHead(200, HTML).write('<html>');
      return;
    case '/broken':
      response.destroy();
      return;
    case '/forbidden':
      response.writeHead(403, HTML).end('no');
      return;
    case '/data':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"secret":1}');
      return;
    case '/cookies':
      response.writeHead(302, { location: '/', 'set-cookie': 'session=1' }).end();
      return;
    default:
      response
        .writeHead(200, { ...HTML, 'content-security-policy': "script-src 'self', default-src *" })
        .end('<html>shop</html>');
  }
}

const server = createServer(answer);
let port = 0;
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
});

/** Every name leads to that server, as if whoever owns it had pointed it there. */
function get(address: string, milliseconds = 5_000): Promise<FetchedPage> {
  return fetchPage(address, {
    domains: ['shop.example'],
    allowThisMachine: false,
    milliseconds,
    fetch: (url, init) => {
      const { host, pathname, search } = new URL(url);
      const headers = new Headers(init.headers);
      headers.set('x-host', host);
      return fetch(`http://127.0.0.1:${port}${pathname}${search}`, { ...init, headers });
    },
  });
}
const redirect = (where: string) => get(`https://shop.example/to?where=${encodeURIComponent(where)}`);

test('a page, with its policies; nothing says who asks', async () => {
  expect(await get('https://shop.example/')).toMatchObject({
    ok: true,
    html: '<html>shop</html>',
    policies: ["script-src 'self'", ' default-src *'],
  });
  const [{ headers } = { headers: {} }] = asked;
  for (const header of ['cookie', 'authorization', 'origin', 'referer', 'cf-connecting-ip']) {
    expect(headers).not.toHaveProperty(header);
  }
});

test('redirects on the store’s own domains are followed, without the cookies that they set', async () => {
  expect(await redirect('https://www.shop.example/')).toMatchObject({ ok: true });
  expect(await redirect('/cookies')).toMatchObject({ ok: true });
  expect(asked.some(({ headers }) => headers.cookie !== undefined)).toBe(false);
});

test.each([
  ['this machine', 'http://127.0.0.1/', 'not_public'],
  ['this machine in another notation', 'http://2130706433/', 'not_public'],
  ['IPv6', 'http://[::1]/', 'not_public'],
  ['a cloud’s metadata', 'http://169.254.169.254/latest/meta-data/', 'not_public'],
  ['a cloud’s metadata by name', 'http://metadata.google.internal/', 'not_public'],
  ['a file', 'file:///etc/passwd', 'not_http'],
  ['another port', 'https://shop.example:6379/', 'other_port'],
  ['another site', 'https://evil.example/', 'redirected_elsewhere'],
  ['another site without a scheme', '//evil.example/', 'redirected_elsewhere'],
  ['nowhere', 'http://', 'unreadable'],
])('a redirect to %s is not followed', async (_, where, code) => {
  expect(await redirect(where)).toEqual({ ok: false, code });
  expect(asked.map(({ host, path }) => host + path)).toEqual(['shop.example/to']);
});

test('neither is one too many', async () => {
  expect(await get('https://shop.example/round')).toEqual({ ok: false, code: 'too_many_redirects' });
  expect(asked).toHaveLength(6);
});

test.each(['/endless', '/bomb'])('of %s only the beginning is read', async (path) => {
  const page = await get(`https://shop.example${path}`);
  expect(page.ok && page.html.length).toBe(1_000_000);
});

test.each(['/never', '/drips'])('%s is given up after a time', async (path) => {
  expect(await get(`https://shop.example${path}`, 100)).toEqual({ ok: false, code: 'too_slow' });
});

test.each([
  ['/broken', { code: 'unreachable' }],
  ['/forbidden', { code: 'refused', status: 403 }],
  ['/data', { code: 'not_a_page' }],
])('%s is told as what it is, and nothing of it is read', async (path, problem) => {
  expect(await get(`https://shop.example${path}`)).toEqual({ ok: false, ...problem });
});
