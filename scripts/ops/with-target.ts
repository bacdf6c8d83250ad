import { z } from 'zod';
import { buildIfStale } from '../run/build.ts';
import { CommandError, ROOT } from '../run/command.ts';
import { ensureDevVars } from '../run/dev-vars.ts';
import { callOps, type OpsTarget } from '../run/ops-client.ts';
import { APP_PORT, freePort } from '../run/ports.ts';
import { migrate, serveBuilt } from '../run/serve.ts';
import { join } from 'node:path';

/** Runs `work` against production. @throws {CommandError} saying what is not set up */
export async function withRemote(work: (target: OpsTarget) => Promise<void>): Promise<void> {
  const { unstable_readConfig: readConfig } = await import('wrangler');
  const { vars } = readConfig({ config: join(ROOT, 'wrangler.jsonc') });
  const origin = z.url({ protocol: /^https$/ }).safeParse(vars['APP_ORIGIN']);
  if (!origin.success) throw new CommandError('APP_ORIGIN in wrangler.jsonc is not an https address.');
  const token = process.env['OPS_TOKEN'];
  if (token === undefined || token === '') {
    throw new CommandError('--remote needs the Worker’s OPS_TOKEN in the environment.');
  }
  await work({ origin: new URL(origin.data).origin, token });
}

/** Runs `work` against this checkout's app: the one that is running, else one that is served for the duration. */
export async function withLocal(work: (target: OpsTarget) => Promise<void>): Promise<void> {
  const token = ensureDevVars().vars['OPS_TOKEN'] ?? '';
  const running = { origin: `http://localhost:${APP_PORT}`, token };
  if (await isOurs(running)) return work(running);

  await buildIfStale('localhost');
  await migrate();
  const port = await freePort();
  // A service dies with this process if it ends by `exit`. Ctrl-C arrives twice, from the terminal and from npm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));
  const service = await serveBuilt(port);
  try {
    await work({ origin: `http://localhost:${port}`, token });
  } finally {
    await service.stop();
  }
}

/** Only this checkout's app knows this checkout's token. */
async function isOurs(target: OpsTarget): Promise<boolean> {
  return callOps(target, 'GET', '').then(
    () => true,
    () => false,
  );
}
