import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ORGANIZATIONS } from '@layerkick/workos-local/accounts';
import { auditPage } from '../../bench/src/browser/lighthouse-audit.ts';
import type { PageAudit } from '../../bench/src/browser/page-audit.ts';
import type { Step } from '../../bench/src/report/progress.ts';
import { lighthouseReport } from '../../bench/src/report/lighthouse-report.ts';
import type { Report } from '../../bench/src/report/report.ts';
import { findChromium } from '../../../scripts/run/chromium.ts';
import { freePort } from '../../../scripts/run/ports.ts';
import { seedDemo } from '../../../scripts/seed-demo.ts';
import { CHROMIUM_FLAGS, signInAs } from './browser.ts';
import { type BuiltWorker, startBuiltWorker } from './built-worker.ts';
import { PAGES } from './pages.ts';

/**
 * What Lighthouse says of every kind of page, signed in, by the built Worker with the demo's stores.
 *
 * @param folder an existing empty one
 */
export async function benchLighthouse(rounds: number, folder: string, step: Step): Promise<Report> {
  const built = await startBuiltWorker({ organizations: ORGANIZATIONS });
  try {
    await seedDemo(
      { origin: built.origin, token: built.opsToken },
      { days: 90, progressFile: join(folder, 'demo.json') },
    );
    const audits = await step('Lighthouse', (bar) =>
      auditAll(built, rounds, folder, (fraction) => bar.show(fraction)),
    );
    return lighthouseReport(audits, rounds);
  } finally {
    await built.close();
  }
}

async function auditAll(
  { origin }: BuiltWorker,
  rounds: number,
  folder: string,
  show: (fraction: number) => void,
): Promise<Map<string, PageAudit[]>> {
  const port = await freePort();
  // Lighthouse opens tabs of its own: in the browser's one profile, where somebody is signed in.
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: await findChromium(),
    args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
  });
  try {
    const [page = await context.newPage()] = context.pages();
    const audits = new Map<string, PageAudit[]>(PAGES.map((path) => [path, []]));
    // Page after page in each round, so that what else the machine does falls on all of them.
    for (let round = 0; round < rounds; round += 1) {
      // The round before ended on the page that signs out.
      await page.goto(`${origin}/stores`);
      await signInAs(page, 'admin@layerkick.test');
      await page.waitForURL(`${origin}/stores`);
      await page.goto('about:blank');
      for (const [at, path] of PAGES.entries()) {
        show((round + at / PAGES.length) / rounds);
        audits.get(path)?.push(await auditPage(`${origin}${path}`, port));
      }
    }
    return audits;
  } finally {
    await context.close();
  }
}
