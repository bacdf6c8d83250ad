import { CATEGORIES, type PageAudit } from '../browser/page-audit.ts';
import { amount, type Figure, type Report } from './report.ts';
import { median } from './statistics.ts';

/** At least, of 100, in each category. */
const TARGET = 95;

/** @param audits of each page, one a round */
export function lighthouseReport(audits: ReadonlyMap<string, readonly PageAudit[]>, rounds: number): Report {
  const pages = [...audits];
  const figures = pages.flatMap(([page, runs]) =>
    CATEGORIES.map((category): [string, Figure] => [
      `${page}, ${category}`,
      {
        value: median(runs.map(({ scores }) => scores[category])),
        unit: 'of 100',
        target: TARGET,
        better: 'higher',
      },
    ]),
  );
  return {
    name: 'lighthouse',
    rounds,
    figures: Object.fromEntries(figures),
    tables: [
      {
        title: 'Lighthouse, as a phone',
        head: ['page', ...CATEGORIES, 'first paint ms', 'largest paint ms', 'blocked ms', 'shift'],
        rows: pages.map(([page, runs]) => [page, ...toldOf(runs)]),
      },
      ...lackingTable(pages),
    ],
  };
}

function toldOf(runs: readonly PageAudit[]): string[] {
  const middle = (of: (audit: PageAudit) => number) => amount(median(runs.map(of)));
  return [
    ...CATEGORIES.map((category) => middle(({ scores }) => scores[category])),
    middle(({ contentfulMs }) => contentfulMs),
    middle(({ largestMs }) => largestMs),
    middle(({ blockedMs }) => blockedMs),
    middle(({ shift }) => shift),
  ];
}

/** What to look at; none where nothing costs points. */
function lackingTable(pages: readonly (readonly [string, readonly PageAudit[]])[]) {
  const rows = pages.flatMap(([page, runs]) => {
    const lacking = [...new Set(runs.flatMap((run) => run.lacking))];
    return lacking.length === 0 ? [] : [[page, lacking.join(', ')]];
  });
  return rows.length === 0 ? [] : [{ title: 'What costs points', head: ['page', 'audits'], rows }];
}
