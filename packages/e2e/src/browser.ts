import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { z } from 'zod';
import { findChromium } from '../../../scripts/run/chromium.ts';

export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const DESKTOP = { width: 1440, height: 900 };
export const TABLET = { width: 768, height: 1024 };
export const PHONE = { width: 390, height: 844 };

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    // `HEADED=1` to watch a journey, at a pace that can be followed.
    ...(process.env['HEADED'] === '1' ? { headless: false, slowMo: 300 } : {}),
    args: CHROMIUM_FLAGS,
  });
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, failed requests and uncaught exceptions so far; a journey ends by expecting none. */
  readonly complaints: string[];
}

export interface VisitOptions {
  readonly baseURL: string;
  readonly phone?: boolean;
  readonly dark?: boolean;
  /** Of the browser; what the page shows is in the store's zone and the language that the browser asks for. */
  readonly zone?: string;
  readonly locale?: string;
  /** Of a customer who is somebody else than those of other journeys: a visitor is told by it. */
  readonly userAgent?: string;
}

/** A person with a fresh browser profile. */
export async function openVisit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: options.baseURL,
    locale: options.locale ?? 'en-GB',
    timezoneId: options.zone ?? 'Europe/Berlin',
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    viewport: options.phone ? PHONE : DESKTOP,
    hasTouch: options.phone ?? false,
    ...(options.userAgent === undefined ? {} : { userAgent: options.userAgent }),
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  return { page, context, complaints };
}

/** Signs in on the local WorkOS's page, from wherever the browser was sent there. */
export async function signInAs(page: Page, email: string): Promise<void> {
  await page.locator(`a[data-user="${email}"]`).click();
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const axeResult = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      impact: z.string().nullable(),
      nodes: z.array(z.object({ target: z.array(z.unknown()) })),
    }),
  ),
});

/**
 * What axe finds serious or critical on the page as it is, one line each.
 *
 * @param rules those to look by, where not all
 */
export async function seriousAccessibilityFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options = { resultTypes: ['violations'], ...(rules === undefined ? {} : { runOnly: rules }) };
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(await axeSource);
  const run = `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`;
  const { violations } = axeResult.parse(await page.evaluate(run));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** A picture of the whole page, of which browsers lay out only what is near the window: the window becomes as large. */
export async function drawWhole(page: Page, path: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? DESKTOP;
  let room = height;
  for (let needed = await heightOf(page); needed > room; needed = await heightOf(page)) {
    room = needed;
    await page.setViewportSize({ width, height: room });
  }
  // Panels that came into sight may have become smaller.
  const bottom = Number(
    await page.evaluate(`document.querySelector('#main').getBoundingClientRect().bottom`),
  );
  await page.setViewportSize({ width, height: Math.max(height, Math.ceil(bottom)) });
  await page.screenshot({ path });
}

async function heightOf(page: Page): Promise<number> {
  const drawn = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';
  return Number(await page.evaluate(`${drawn}.then(() => document.documentElement.scrollHeight)`));
}

/** What has moved since the page was loaded, one line each. Nothing is to: it is read while it comes. */
export async function movements(page: Page): Promise<string[]> {
  return z.array(z.string()).parse(await page.evaluate(MOVEMENTS));
}

const MOVEMENTS = `new Promise((resolve) => {
  const moved = [];
  const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
  const name = (node) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return element ? element.localName + '.' + element.classList + ' ' + element.textContent.slice(0, 30) : 'gone';
  };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      const what = sources.map((of) => name(of.node) + ': ' + box(of.previousRect) + ' → ' + box(of.currentRect));
      moved.push(value.toFixed(4) + ' ' + what.join('; '));
    }
  }).observe({ type: 'layout-shift', buffered: true });
  // Scripts have done what they do first, and it has been drawn.
  requestIdleCallback(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve(moved))));
})`;
