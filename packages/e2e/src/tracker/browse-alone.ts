import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../../../scripts/run/chromium.ts';

/** A browser that shows an address with nobody at its controls: what pages do they have to do by themselves. */
export async function browseAlone(url: string): Promise<{ close(): Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'layerkick-chromium-'));
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
  ];
  const browser = spawn(await findChromium(), [...flags, url], { detached: true, stdio: 'ignore' });
  const ended = new Promise((end) => browser.once('exit', end));
  return {
    async close() {
      // It has children, which make one group with it.
      if (browser.pid !== undefined) process.kill(-browser.pid, 'SIGKILL');
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
