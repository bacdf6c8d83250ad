import { buildIfStale } from './run/build.ts';
import { runCommand } from './run/command.ts';
import { ensureDevVars } from './run/dev-vars.ts';
import { callOps } from './run/ops-client.ts';
import { APP_PORT, requireFreePort, WORKOS_PORT } from './run/ports.ts';
import { migrate, serveBuilt, serveWorkosLocal } from './run/serve.ts';
import { step } from './run/steps.ts';
import { stopSignal, untilStopped } from './run/until-stopped.ts';
import { seedDemo } from './seed-demo.ts';
import { welcome } from './run/welcome.ts';

await runCommand(async () => {
  const stopped = stopSignal();
  const { vars, added } = ensureDevVars();
  if (added.length > 0) console.error(`✓ Wrote .dev.vars (${added.join(', ')})`);
  await requireFreePort(APP_PORT, 'the dashboard');
  await requireFreePort(WORKOS_PORT, 'the local WorkOS');

  await untilStopped(stopped, async (started) => {
    await buildIfStale('localhost');
    await step('Preparing the database', migrate);
    started(await step('Starting the local WorkOS', () => serveWorkosLocal(WORKOS_PORT)));
    started(await step('Starting the Worker', () => serveBuilt(APP_PORT)));
    const target = { origin: `http://127.0.0.1:${APP_PORT}`, token: vars['OPS_TOKEN'] ?? '' };
    // Says by name which variable is wrong, before somebody meets it in the browser.
    await callOps(target, 'GET', '');
    await seedDemo(target, { stopped });
    console.log(welcome(`http://localhost:${APP_PORT}`));
  });
});
