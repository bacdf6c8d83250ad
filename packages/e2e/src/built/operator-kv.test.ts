import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtConfig } from '../../../../scripts/run/build.ts';
import { ROOT } from '../../../../scripts/run/command.ts';
import { callOps, type OpsTarget } from '../../../../scripts/run/ops-client.ts';
import { freePort } from '../../../../scripts/run/ports.ts';
import { mustRun, type Service, startService } from '../../../../scripts/run/processes.ts';
import { untilHealthy } from '../../../../scripts/run/serve.ts';

const USER = 'user_01LKMERCHANT';
const TOKEN = 'a-token-for-tests-of-at-least-32-characters';

const folder = mkdtempSync(join(tmpdir(), 'layerkick-kv-'));
const state = join(folder, 'state');
let service: Service;
let target: OpsTarget;

// As `npm start` serves it, over a state of its own.
beforeAll(async () => {
  const variables = join(folder, 'variables');
  writeFileSync(
    variables,
    `OPS_TOKEN=${TOKEN}\nWORKOS_API_KEY=sk_test\nWORKOS_COOKIE_PASSWORD=${'p'.repeat(32)}\n`,
  );
  const port = await freePort();
  target = { origin: `http://127.0.0.1:${port}`, token: TOKEN };
  service = startService(
    'the Worker',
    'wrangler',
    [
      'dev',
      `--config=${builtConfig('localhost')}`,
      `--env-file=${variables}`,
      `--persist-to=${state}`,
      '--ip=127.0.0.1',
      `--port=${port}`,
      '--inspector-port=0',
      '--show-interactive-dev-session=false',
    ],
    { log: join(folder, 'worker.log'), env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
  );
  await untilHealthy(service, `${target.origin}/healthz`);
}, 60_000);

afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

const storesOfUser = async () => (await callOps(target, 'GET', `/access/${USER}`)).body;

test.each([
  ['the root', ROOT, '["fmdf"]', ['fmdf']],
  ['packages/cf-app', join(ROOT, 'packages', 'cf-app'), '["fmdf","northwind"]', ['fmdf', 'northwind']],
])(
  'what an operator writes with wrangler from %s counts at once in the running app',
  { timeout: 60_000 },
  async (_, cwd, value, stores) => {
    const put = `kv key put --binding LAYERKICK_KV --local --preview false --persist-to ${state}`.split(' ');
    await mustRun('wrangler kv key put', 'wrangler', [...put, `user-store:${USER}`, value], { cwd });
    expect(await storesOfUser()).toEqual({ user: USER, stores, readable: true });
  },
);
