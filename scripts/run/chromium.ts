import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, ROOT } from './command.ts';
import { run } from './processes.ts';
import { step } from './steps.ts';

const E2E = join(ROOT, 'packages', 'e2e');

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium for the journeys: CHROME_PATH, the system's, Playwright's own, else one that is installed now (by apt for
 * root on Debian, otherwise by Playwright).
 *
 * @throws {CommandError} when there is none and none can be installed
 */
export async function findChromium(): Promise<string> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new CommandError(`CHROME_PATH is ${chosen}, where there is nothing.`);
  }
  const found = await look();
  if (found !== undefined) return found;

  await step('Installing Chromium', async () => {
    if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      await run('apt-get', ['update'], { env });
      await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
    } else {
      await run(join(E2E, 'node_modules', '.bin', 'playwright-core'), [
        'install',
        'chromium-headless-shell',
        'chromium',
      ]);
    }
  });
  const installed = await look();
  if (installed !== undefined) return installed;
  throw new CommandError(
    'No Chromium for the journeys: set CHROME_PATH to one, or run `npm test -- --no-browser` without them.',
  );
}

async function look(): Promise<string | undefined> {
  return [...SYSTEM, await playwrights()].find((path) => existsSync(path));
}

/** Where Playwright keeps its own, whether or not it is there. */
async function playwrights(): Promise<string> {
  const ask = "require('playwright-core').chromium.executablePath()";
  return (await run('node', ['-p', ask], { cwd: E2E })).output.trim();
}
