import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PortInUseError, startWorkosLocal, type WorkosLocal, type WorkosLocalOptions } from '../server.ts';
import { loadSession, sdkFor, signIn, visit } from './app.ts';

let folder: string;
let running: WorkosLocal[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workos-local-'));
});
afterEach(async () => {
  await Promise.all(running.map((each) => each.close()));
  running = [];
  rmSync(folder, { recursive: true });
});

async function start(options: WorkosLocalOptions = {}) {
  const workos = await startWorkosLocal(options);
  running.push(workos);
  return workos;
}

async function stop(workos: WorkosLocal) {
  running = running.filter((each) => each !== workos);
  await workos.close();
}

test('it listens on loopback only', async () => {
  const { port } = await start();
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((each) => each && !each.internal && each.family === 'IPv4');
  if (outside)
    await expect(fetch(`http://${outside.address}:${port}/health`)).rejects.toThrow('fetch failed');
  // @ts-expect-error the type allows loopback names only
  await expect(startWorkosLocal({ host: '0.0.0.0' })).rejects.toThrow('not a loopback address');
});

test('a port in use is an error of its own', async () => {
  const { port } = await start();
  await expect(startWorkosLocal({ port })).rejects.toBeInstanceOf(PortInUseError);
});

test('settings that make no sense are refused at the start', async () => {
  await expect(startWorkosLocal({ accessTokenSeconds: 0 })).rejects.toThrow('accessTokenSeconds');
});

test('with a state file a session outlives a restart, its single-use token included', async () => {
  const stateFile = join(folder, 'state', 'workos.json');
  const first = await start({ stateFile });
  const { sealedSession = '' } = await signIn(sdkFor(first), { email: 'merchant@fmdf.test' });
  const spent = sealedSession;
  const { sealedSession: kept = '' } = await refreshed(first, spent);
  await stop(first);

  const second = await start({ stateFile });
  expect(await loadSession(sdkFor(second), spent).refresh()).toMatchObject({ reason: 'invalid_grant' });
  expect(await loadSession(sdkFor(second), kept).refresh()).toMatchObject({ authenticated: true });
});

test('a sign-out is remembered over a restart', async () => {
  const stateFile = join(folder, 'workos.json');
  const first = await start({ stateFile });
  const { session, sealedSession = '' } = await signIn(sdkFor(first), { email: 'merchant@fmdf.test' });
  await visit(await session.getLogoutUrl());
  await stop(first);
  const second = await start({ stateFile });
  expect(await loadSession(sdkFor(second), sealedSession).refresh()).toMatchObject({
    reason: 'invalid_grant',
  });
});

test('a state file that cannot be read counts as empty and is replaced', async () => {
  const stateFile = join(folder, 'workos.json');
  writeFileSync(stateFile, '{ "sessions": 1');
  const workos = await start({ stateFile });
  await signIn(sdkFor(workos), { email: 'merchant@fmdf.test' });
  expect(JSON.parse(readFileSync(stateFile, 'utf8'))).toMatchObject({
    sessions: [{ user_id: 'user_01LKMERCHANT' }],
  });
});

test('a session ends after thirty days', async () => {
  let now = Date.now();
  const workos = await start({ now: () => now });
  const { session } = await signIn(sdkFor(workos), { email: 'merchant@fmdf.test' });
  now += 30 * 24 * 60 * 60_000;
  expect(await session.refresh()).toMatchObject({ reason: 'invalid_grant' });
});

async function refreshed(workos: WorkosLocal, sealed: string) {
  const answer = await loadSession(sdkFor(workos), sealed).refresh();
  if (!answer.authenticated) throw new Error(`the refresh failed: ${answer.reason}`);
  return answer;
}
