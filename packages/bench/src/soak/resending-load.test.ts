import { createServer, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadUntilTaken } from './resending-load.ts';

let server: Server;
let port = 0;
let answer: (body: string, response: ServerResponse) => void;
const heard: string[] = [];

beforeEach(async () => {
  heard.length = 0;
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push(body);
      answer(body, response);
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

const batches = Array.from({ length: 40 }, (_, index) => {
  const body = `batch ${index}`;
  return {
    request: Buffer.from(`POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`),
  };
});
const load = (repeatEvery: number) =>
  loadUntilTaken({
    port: () => port,
    batches,
    perSecond: 10_000,
    connections: 4,
    repeatEvery,
    pauseMs: 1,
    mostSeconds: 60,
    progress: () => {},
  });
const take = (response: ServerResponse, receipt = 'ok') =>
  response.writeHead(202, { 'content-length': receipt.length }).end(receipt);

test('what is refused for now, or lost with its connection, is sent again until it is taken', async () => {
  const seen = new Map<string, number>();
  answer = (body, response) => {
    const times = (seen.get(body) ?? 0) + 1;
    seen.set(body, times);
    if (times === 1) return void response.writeHead(503, { 'content-length': 0 }).end();
    if (times === 2) return void response.destroy();
    take(response);
  };
  const { answers, times } = await load(1_000);
  expect(times).toHaveLength(40);
  expect(Object.fromEntries(answers)).toEqual({ 503: 40, 0: 40, 202: 40 });
  expect([...seen.values()]).toEqual(Array.from({ length: 40 }, () => 3));
});

test('some are sent again although they were taken, and another answer is noticed', async () => {
  let receipts = 0;
  answer = (_, response) => void take(response, String((receipts += 1)));
  const { repeated, contradicted } = await load(10);
  expect([repeated, contradicted]).toEqual([4, 4]);
  expect(heard).toHaveLength(44);
});

test('what is refused for good ends the run', async () => {
  answer = (_, response) => void response.writeHead(400, { 'content-length': 3 }).end('bad');
  await expect(load(10)).rejects.toThrow('A batch was refused for good: 400 bad');
  // Every device has hung up: the server has nobody left to wait for, and no batch but the first of each came.
  await new Promise((resolve) => server.close(resolve));
  expect(heard.length).toBeLessThanOrEqual(4);
});
