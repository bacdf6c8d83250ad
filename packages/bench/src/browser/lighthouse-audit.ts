import lighthouse, { type Config } from 'lighthouse';
import { CATEGORIES, type PageAudit, readAudit } from './page-audit.ts';

/** Lighthouse's own settings for phones: a window of 412 pixels, a slow connection, a processor a quarter as fast. */
const MOBILE: Config = {
  extends: 'lighthouse:default',
  settings: {
    onlyCategories: [...CATEGORIES],
    // Whoever signed in stays so.
    disableStorageReset: true,
    // A page that says that there is nothing is a page, too.
    ignoreStatusCode: true,
    disableFullPageScreenshot: true,
  },
};

/**
 * Loads a page in a tab of its own, as a phone would.
 *
 * @param port where the browser is debugged; whoever is signed in in it is signed in here
 * @throws {Error} where the page cannot be loaded
 */
export async function auditPage(url: string, port: number): Promise<PageAudit> {
  const run = await lighthouse(url, { port, logLevel: 'error' }, MOBILE);
  return readAudit(url, run?.lhr);
}
