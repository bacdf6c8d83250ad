import { join } from 'node:path';
import { buildIfStale, builtConfig } from './run/build.ts';
import { findChromium } from './run/chromium.ts';
import { CommandError, ROOT, runCommand } from './run/command.ts';
import { mustRun, run, runInForeground } from './run/processes.ts';
import { step } from './run/steps.ts';

const USAGE = 'Usage: npm test [-- [--no-browser] [vitest’s own arguments, e.g. a file]]';

/**
 * Everything that shows the product works. With arguments for vitest (a file, `--project unit`) only those tests run,
 * on a build that is made when it is out of date.
 */
await runCommand(async () => {
  const given = process.argv.slice(2);
  if (given.includes('--help')) return void console.log(USAGE);
  const browser = !given.includes('--no-browser');
  const selection = given.filter((argument) => argument !== '--no-browser');
  const whole = selection.length === 0;

  if (whole) {
    const code = await runInForeground('node', [join(ROOT, 'scripts', 'check.ts')]);
    if (code !== 0)
      throw new CommandError(
        '`npm run check` failed (see above); `npm run check -- --fix` mends what it can.',
      );
  }
  for (const mode of ['localhost', 'production'] as const) {
    await buildIfStale(mode, `Building for ${mode}`);
  }
  if (whole) {
    await step('What would be deployed', () =>
      mustRun('wrangler deploy --dry-run', 'wrangler', [
        'deploy',
        '--dry-run',
        '--config',
        builtConfig('production'),
      ]),
    );
  }
  const chromium = browser ? await findChromium() : null;
  const env = { ...process.env, ...(chromium === null ? {} : { CHROME_PATH: chromium }) };
  const failed = whole
    ? await everything(browser, env)
    : (await runInForeground('vitest', ['run', ...selection], { env })) !== 0;
  if (!browser) console.log('The journeys in a browser were left out (--no-browser).');
  if (failed) throw new CommandError('Tests failed (see above).');
});

/**
 * A browser does one thing after the other and waits between: what it is needed for goes on beside everything else, and is told
 * of after it. Returns whether anything failed.
 */
async function everything(browser: boolean, env: NodeJS.ProcessEnv): Promise<boolean> {
  const journeys = browser ? run('vitest', runOf('tracker', 'journeys'), { env }) : null;
  const code = await runInForeground('vitest', runOf('unit', 'workers', 'built'), { env });
  if (journeys === null) return code !== 0;
  const inBrowser = await step('The rest of what is tested in a browser', () => journeys);
  console.log(inBrowser.output);
  return code !== 0 || inBrowser.code !== 0;
}

/** Arguments for vitest. */
function runOf(...projects: string[]): string[] {
  return ['run', ...projects.flatMap((name) => ['--project', name])];
}
