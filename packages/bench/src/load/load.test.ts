import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadClosed, loadOpen } from './load.ts';
import { batchRequests } from './requests.ts';

let server: Server;
let port = 0;
const bodies: string[] = [];
let status = 202;

beforeEach(async () => {
  bodies.length = 0;
  status = 202;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(status, { 'content-length': 2 }).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test.each([
  [
    'as fast as answers come',
    (requests: Buffer[]) => loadClosed({ port, connections: 3, requests, mostSeconds: 60 }),
  ],
  ['at a fixed rate', (requests: Buffer[]) => loadOpen({ port, perSecond: 1000, requests })],
])('every request is sent once: %s', async (_, load) => {
  const requests = batchRequests(40, 3);
  const result = await load(requests);
  expect(result.requests).toBe(40);
  expect(result.times).toHaveLength(40);
  expect(new Set(bodies.map((body) => JSON.parse(body).batch)).size).toBe(40);
  expect(bodies.every((body) => JSON.parse(body).events.length === 3)).toBe(true);
});

test('a server that refuses is no result', async () => {
  status = 429;
  await expect(
    loadClosed({ port, connections: 1, requests: batchRequests(1, 1), mostSeconds: 60 }),
  ).rejects.toThrow('The Worker answered 429: ok');
});
