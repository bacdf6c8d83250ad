import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  DESKTOP,
  launchBrowser,
  movements,
  openVisit,
  PHONE,
  seriousAccessibilityFindings,
  signInAs,
  TABLET,
  type VisitOptions,
} from '../browser.ts';
import { PAGES } from '../pages.ts';
import { unheardButtons } from '../unheard-buttons.ts';

const origin = inject('origin');
const SHARED = inject('sharedToken');
// `npm run screenshots` keeps them in the documentation.
const pictures =
  process.env['SCREENSHOTS'] === '1'
    ? resolve(import.meta.dirname, '../../../../docs/screenshots/pages')
    : null;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function visit(path: string, email: string, options: Omit<VisitOptions, 'baseURL'> = {}) {
  const opened = await openVisit(browser, { baseURL: origin, ...options });
  await opened.page.goto(path);
  await signInAs(opened.page, email);
  await opened.page.waitForURL(`${origin}${path}`);
  return opened;
}

function pictureOf(look: string, path: string): string {
  return `${pictures}/${look}${path.replace(/[^a-z]+/gi, '-')}.png`;
}

test.each([
  ['UTC', 'en-GB'],
  ['Europe/Berlin', 'de-DE'],
  ['Asia/Kathmandu', 'en-GB'],
  ['America/Los_Angeles', 'de-DE'],
  ['America/St_Johns', 'en-GB'],
])('a browser in %s that speaks %s renders what the server did, and nothing moves', async (zone, locale) => {
  const { page, context, complaints } = await visit('/stats/fmdf', 'merchant@fmdf.test', { zone, locale });
  // Panels come after the first screen.
  await page.locator('[data-panel="countries"] [data-row="DE"]').waitFor();
  await page.getByRole('button', { name: /MM/ }).hover();
  expect(await page.locator('html').getAttribute('lang')).toBe(locale);
  expect(await movements(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

/** With those that need somebody else's ids. The others end with the sign-out. */
const EVERY = [
  `/share/${SHARED}`,
  `/embed/${SHARED}/overview`,
  `/embed/${SHARED}/sources`,
  '/share/nothing',
  '/admin/stores/new',
  '/admin/stores/nowhere',
  '/admin/people/user_01LKMERCHANT',
  '/admin/organizations/org_01LKFMDF',
  '/admin/organizations/org_nobody',
  ...PAGES,
];

/** What depends on the colours; whatever else axe finds is the same in both themes. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

// In German, whose words are longer: other journeys are in English.
test('every page stands still, is readable in both themes, and fits its window, on a phone, too', async () => {
  const { page, context } = await visit('/stores', 'admin@layerkick.test', { locale: 'de-DE' });
  const complaints: string[] = [];
  page.on('console', (message) => {
    // Pages that are refused or not there have their status for a reason.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  for (const path of EVERY) {
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({ colorScheme: 'light' });
    const sent = await page.goto(path);
    await page.locator('#main').waitFor();
    for (const button of unheardButtons((await sent?.text()) ?? ''))
      complaints.push(`${path} can be pressed before anything listens: ${button}`);
    for (const movement of await movements(page)) complaints.push(`${path} moved: ${movement}`);
    for (const finding of await seriousAccessibilityFindings(page)) complaints.push(`${path}: ${finding}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const finding of await seriousAccessibilityFindings(page, OF_COLOURS))
      complaints.push(`${path}, dark: ${finding}`);
    for (const size of [DESKTOP, TABLET, PHONE]) {
      await page.setViewportSize(size);
      const wider = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
      if (wider > 0) complaints.push(`${path}: ${wider} px wider than a window of ${size.width}`);
      const face = Number(
        await page.evaluate(`document.querySelector('.top-bar .face')?.getBoundingClientRect().top ?? 0`),
      );
      if (face > 28) complaints.push(`${path}: the own menu is in a second row of ${size.width}`);
    }
  }
  expect(complaints).toEqual([]);
  await context.close();
}, 180_000);

test.runIf(pictures !== null).each([
  ['light', 'en-GB'],
  ['dark', 'de-DE'],
] as const)(
  'pictures of every page in the %s theme',
  async (theme, locale) => {
    const dark = theme === 'dark';
    const { page, context } = await visit('/stores', 'admin@layerkick.test', { dark, locale });
    for (const path of EVERY) {
      await page.goto(path);
      await page.locator('#main').waitFor();
      await whole(page);
      await page.screenshot({ path: pictureOf(theme, path.replace(SHARED, '')) });
    }
    await context.close();
  },
  180_000,
);

test.each([
  ['a phone', 'en-GB', { phone: true }],
  ['a phone', 'de-DE', { phone: true }],
  ['a large window', 'en-GB', {}],
] as const)('nothing moves on any page on %s in %s', async (_, locale, look) => {
  const { page, context } = await visit('/stores', 'admin@layerkick.test', { ...look, locale });
  const moved: string[] = [];
  for (const path of PAGES) {
    await page.goto(path);
    if (pictures !== null && locale === 'en-GB') {
      await whole(page);
      await page.screenshot({ path: pictureOf('phone', path) });
    }
    for (const movement of await movements(page)) moved.push(`${path}: ${movement}`);
  }
  expect(moved).toEqual([]);
  await context.close();
});

test('the keyboard reaches a period, another store and what the keys are', async () => {
  const { page, context, complaints } = await visit('/stats/fmdf', 'admin@layerkick.test');
  await pressUntil(page, 'w', () => page.waitForURL('**/stats/fmdf?period=7d'));
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/from=\d{4}-\d\d-\d\d&to=/);
  await page.keyboard.press('x');
  await page.waitForURL(/compare=none/);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor();
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('northwind');
  expect(await seriousAccessibilityFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/stats/northwind');
  expect(complaints).toEqual([]);
  await context.close();
});

/** What comes later has come. */
async function whole(page: Page): Promise<void> {
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
}

/** The page listens once its script has run. */
async function pressUntil(page: Page, key: string, arrived: () => Promise<unknown>): Promise<void> {
  await page.locator('input.cursor').waitFor();
  await page.getByRole('button', { name: /Last 30 days/ }).hover();
  await page.locator('#period-menu a').first().waitFor({ state: 'attached' });
  await page.keyboard.press(key);
  await arrived();
}
