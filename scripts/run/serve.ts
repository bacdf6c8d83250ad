import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { builtConfig } from './build.ts';
import { CommandError, ROOT } from './command.ts';
import { DEV_VARS_FILE } from './dev-vars.ts';
import { mustRun, type Service, startService } from './processes.ts';

/** Everything that is stored on this machine; `wrangler … --local` writes to the same place. */
export const STATE = join(ROOT, '.wrangler', 'state');

export function logFile(name: string): string {
  return join(ROOT, '.wrangler', `${name}.log`);
}

/** Brings the local database to the newest schema; takes no time where it is. */
export async function migrate(): Promise<void> {
  const folder = join(ROOT, 'packages', 'cf-app', 'migrations');
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).toSorted())
    hash.update(name).update(readFileSync(join(folder, name)));
  const wanted = hash.digest('hex');
  const stamp = join(STATE, '.migrations');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await mustRun('Applying D1 migrations', 'wrangler', ['d1', 'migrations', 'apply', 'DB', '--local'], {
    env: { ...process.env, CI: 'true' },
  });
  mkdirSync(STATE, { recursive: true });
  writeFileSync(stamp, wanted);
}

/** The built Worker in workerd, over the local state, on a loopback port. */
export async function serveBuilt(port: number): Promise<Service> {
  const service = startService(
    'the Worker',
    'wrangler',
    [
      'dev',
      `--config=${builtConfig('localhost')}`,
      `--env-file=${DEV_VARS_FILE}`,
      `--persist-to=${STATE}`,
      '--ip=127.0.0.1',
      `--port=${port}`,
      // Taken from what is free: another Worker on this machine may have the usual one.
      '--inspector-port=0',
      // Without it, requests arrive under the production host name of `routes`.
      `--local-upstream=localhost:${port}`,
      '--show-interactive-dev-session=false',
    ],
    { log: logFile('worker'), env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
  );
  await untilHealthy(service, `http://127.0.0.1:${port}/healthz`);
  return service;
}

export async function serveWorkosLocal(port: number): Promise<Service> {
  const service = startService('the local WorkOS', 'node', ['packages/workos-local/src/main.ts'], {
    log: logFile('workos-local'),
    env: { ...process.env, WORKOS_LOCAL_PORT: String(port) },
  });
  await untilHealthy(service, `http://127.0.0.1:${port}/_local/calls`);
  return service;
}

/** @throws {CommandError} when the service ends or does not answer within a minute */
export async function untilHealthy(service: Service, url: string): Promise<void> {
  let ended: string | undefined;
  void service.ended.then((tail) => (ended = tail));
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (ended !== undefined) {
      throw new CommandError(`${ended.trim()}\nStarting ${service.name} failed (see above).`);
    }
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer?.ok === true) return;
    await after(100);
  }
  await service.stop();
  throw new CommandError(`Starting ${service.name} took more than a minute; its log is in .wrangler/.`);
}
