import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { ORGANIZATIONS } from '@layerkick/workos-local/accounts';
import type { Step } from '../../bench/src/report/progress.ts';
import type { Figure, Report } from '../../bench/src/report/report.ts';
import { median, percentile } from '../../bench/src/report/statistics.ts';
import { seedDemo } from '../../../scripts/seed-demo.ts';
import { launchBrowser, openVisit, signInAs } from './browser.ts';
import { type BuiltWorker, startBuiltWorker } from './built-worker.ts';

/** At most, ms. */
const TARGET_MS = 100;
/** Rows of the demo store that the page is narrowed to, one after another. */
const ROWS = [
  '[data-panel="sources"] [data-row="Organic Search"]',
  '[data-panel="countries"] [data-row="AT"]',
  '[data-panel="devices"] [data-row="Mobile"]',
];

const timing = z.object({ cards: z.number(), inSight: z.number(), page: z.number() });
type Timing = z.output<typeof timing>;

/**
 * How long the stats page of the demo store takes to answer a filter, as the browser sees it: from the click on a row until
 * the cards, until everything that any part of is in the window, and until everything on the page have been drawn anew. The
 * window shows the top of the page. In Chromium, against the built Worker.
 *
 * @param folder an existing empty one
 */
export async function benchPage(rounds: number, folder: string, step: Step): Promise<Report> {
  const built = await startBuiltWorker({ organizations: ORGANIZATIONS });
  try {
    await seedDemo(
      { origin: built.origin, token: built.opsToken },
      { days: 90, progressFile: join(folder, 'demo.json') },
    );
    const timings = await step('Filtering', () => filtering(built, rounds));
    return reportOf(timings, rounds);
  } finally {
    await built.close();
  }
}

async function filtering({ origin }: BuiltWorker, rounds: number): Promise<Timing[]> {
  const browser = await launchBrowser();
  try {
    const { page } = await openVisit(browser, { baseURL: origin });
    await page.goto('/stats/fmdf');
    await signInAs(page, 'merchant@fmdf.test');
    await takenOver(page);
    const timings: Timing[] = [];
    // The first round warms up what is loaded once.
    for (let round = 0; round <= rounds; round += 1) {
      for (const narrowed of ROWS) {
        const there = await timed(page, `${narrowed} a`);
        const back = await timed(page, '.pill[data-filter] a');
        if (round > 0) timings.push(there, back);
      }
    }
    return timings;
  } finally {
    await browser.close();
  }
}

/** Before scripts have, a link loads the page anew. */
async function takenOver(page: Page): Promise<void> {
  const isTaken = `Object.keys(document.querySelector('div.panels') ?? {}).some((key) => key.startsWith('__react'))`;
  while (!(await page.evaluate(isTaken))) await page.evaluate('new Promise(requestAnimationFrame)');
}

/** Follows a link and waits for the frame after the last change. */
async function timed(page: Page, link: string): Promise<Timing> {
  const measured = await page.evaluate(`new Promise((resolve) => {
    const main = document.querySelector('main');
    const value = () => document.querySelector('output[data-metric="sessions"]').dataset.value;
    const before = value();
    const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
    const isInSight = (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    };
    // Every one of them changes: its links lead on from the new state.
    const old = new Set([...main.querySelectorAll('.why, [data-panel]')].filter(isInSight));
    const start = performance.now();
    let [cards, inSight] = [null, null];
    let wasBusy = false;
    const observer = new MutationObserver(async (changes) => {
      if (main.ariaBusy === 'true') wasBusy = true;
      if (cards === null && value() !== before) cards = drawn();
      for (const { target } of changes) for (const part of old) if (part.contains(target)) old.delete(part);
      if (cards !== null && inSight === null && old.size === 0) inSight = drawn();
      if (!wasBusy || main.ariaBusy === 'true' || inSight === null) return;
      observer.disconnect();
      const page = await drawn();
      resolve({ cards: (await cards) - start, inSight: (await inSight) - start, page: page - start });
    });
    observer.observe(main, { subtree: true, childList: true, attributes: true, characterData: true });
    document.querySelector(${JSON.stringify(link)}).click();
  })`);
  return timing.parse(measured);
}

function reportOf(timings: readonly Timing[], rounds: number): Report {
  const of = (part: keyof Timing) => timings.map((one) => one[part]);
  return {
    name: 'page',
    rounds,
    figures: {
      'filter, cards, median': figure(median(of('cards')), TARGET_MS),
      'filter, in sight, median': figure(median(of('inSight')), TARGET_MS),
      'filter, whole page, median': figure(median(of('page')), TARGET_MS),
      'filter, whole page, p95': figure(percentile(of('page'), 0.95), null),
    },
    tables: [
      {
        title: `Filtering the demo store's page, ${timings.length} times`,
        head: ['until drawn', 'median ms', 'p95 ms', 'most ms'],
        rows: [
          row('the cards', of('cards')),
          row('all in sight', of('inSight')),
          row('the whole page', of('page')),
        ],
      },
    ],
  };
}

function figure(value: number, target: number | null): Figure {
  return { value, unit: 'ms', target, better: 'lower' };
}

function row(name: string, values: readonly number[]): string[] {
  const told = [median(values), percentile(values, 0.95), Math.max(...values)];
  return [name, ...told.map((value) => value.toFixed(0))];
}
