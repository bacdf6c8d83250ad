import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startWorkosLocal } from './server.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

function run(port: string) {
  return spawn(process.execPath, [MAIN], { env: { ...process.env, WORKOS_LOCAL_PORT: port } });
}

async function outcome(port: string) {
  const main = run(port);
  const [said, [code]] = await Promise.all([text(main.stderr), once(main, 'exit')]);
  return { said, code: Number(code) };
}

test('it runs under plain Node, says where it is and whom it knows, and stops when it is told to', async () => {
  const free = await startWorkosLocal();
  await free.close();
  const main = run(String(free.port));
  const [line] = (await once(main.stdout.setEncoding('utf8'), 'data')) as [string];
  expect(line).toContain(`http://127.0.0.1:${free.port}`);
  expect(line).toContain('merchant@fmdf.test');
  main.kill('SIGTERM');
  expect(await once(main, 'exit')).toEqual([0, null]);
});

test('a port in use is one clear line and exit code 1', async () => {
  const { port, close } = await startWorkosLocal();
  const said = `Port ${port} is in use. Set WORKOS_LOCAL_PORT or stop what uses it.\n`;
  expect(await outcome(String(port))).toEqual({ said, code: 1 });
  await close();
});

test('a port that is none is one clear line and exit code 1', async () => {
  expect(await outcome('http')).toEqual({ said: 'WORKOS_LOCAL_PORT must be a port number.\n', code: 1 });
});
