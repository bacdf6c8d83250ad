import { join } from 'node:path';
import { ROOT, runCommand } from './run/command.ts';
import { ensureDevVars } from './run/dev-vars.ts';
import { APP_PORT, requireFreePort, WORKOS_PORT } from './run/ports.ts';
import { startService } from './run/processes.ts';
import { logFile, migrate, serveWorkosLocal, untilHealthy } from './run/serve.ts';
import { step } from './run/steps.ts';
import { stopSignal, untilStopped } from './run/until-stopped.ts';
import { welcome } from './run/welcome.ts';
import { seedDemo } from './seed-demo.ts';

const APP = join(ROOT, 'packages', 'cf-app');

await runCommand(async () => {
  const stopped = stopSignal();
  const { vars } = ensureDevVars();
  await requireFreePort(APP_PORT, 'the dashboard');
  await requireFreePort(WORKOS_PORT, 'the local WorkOS');

  await untilStopped(stopped, async (started) => {
    await step('Preparing the database', migrate);
    started(await step('Starting the local WorkOS', () => serveWorkosLocal(WORKOS_PORT)));
    await step('Starting Vite', async () => {
      const vite = startService('Vite', join(APP, 'node_modules', '.bin', 'vite'), ['dev'], {
        cwd: APP,
        log: logFile('vite'),
        echo: true,
      });
      started(vite);
      await untilHealthy(vite, `http://127.0.0.1:${APP_PORT}/healthz`);
    });
    await seedDemo({ origin: `http://127.0.0.1:${APP_PORT}`, token: vars['OPS_TOKEN'] ?? '' }, { stopped });
    console.log(welcome(`http://localhost:${APP_PORT}`));
    if (vars['DEV_BYPASS_AUTH'] === '1')
      console.log('  DEV_BYPASS_AUTH=1: everybody is an admin, nobody signs in.\n');
  });
});
