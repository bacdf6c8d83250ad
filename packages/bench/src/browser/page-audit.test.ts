import { expect, test } from 'vitest';
import { lighthouseReport } from '../report/lighthouse-report.ts';
import { readAudit } from './page-audit.ts';

const category = (score: number, ...ids: string[]) => ({
  score,
  auditRefs: ids.map((id) => ({ id, weight: id === 'unweighted' ? 0 : 1 })),
});
const RESULT = {
  categories: {
    performance: category(0.944, 'total-blocking-time', 'unweighted'),
    accessibility: category(1),
    'best-practices': category(0.96, 'errors-in-console', 'not-applicable'),
  },
  audits: {
    'first-contentful-paint': { score: 1, numericValue: 830.2 },
    'largest-contentful-paint': { score: 1, numericValue: 1090 },
    'total-blocking-time': { score: 0.7, numericValue: 310, displayValue: '310 ms' },
    'cumulative-layout-shift': { score: 1, numericValue: 0 },
    'errors-in-console': { score: 0 },
    'not-applicable': { score: null },
    unweighted: { score: 0 },
  },
};

test('a result of Lighthouse is its scores, what was measured, and what costs points', () => {
  expect(readAudit('/stats/fmdf', RESULT)).toEqual({
    scores: { performance: 94, accessibility: 100, 'best-practices': 96 },
    contentfulMs: 830.2,
    largestMs: 1090,
    blockedMs: 310,
    shift: 0,
    lacking: ['total-blocking-time (310 ms)', 'errors-in-console'],
  });
});

const nothing = (each: object) => ({ ...each, score: null, numericValue: undefined });

test('a page that could not be loaded has no scores', () => {
  const failed = {
    runtimeError: { code: 'NO_FCP', message: 'nothing was painted' },
    categories: Object.fromEntries(
      Object.entries(RESULT.categories).map(([name, of]) => [name, nothing(of)]),
    ),
    audits: Object.fromEntries(Object.entries(RESULT.audits).map(([name, of]) => [name, nothing(of)])),
  };
  expect(() => readAudit('/stats/fmdf', failed)).toThrow('/stats/fmdf: nothing was painted');
  expect(() => readAudit('/stats/fmdf', undefined)).toThrow();
});

test('a page below 95 in any category has missed its target, by the median of its rounds', () => {
  const audit = readAudit('/', RESULT);
  const better = { ...audit, scores: { ...audit.scores, performance: 97 }, lacking: [] };
  const report = lighthouseReport(
    new Map([
      ['/missed', [audit, better, audit]],
      ['/met', [better]],
    ]),
    3,
  );
  expect(report.figures['/missed, performance']).toMatchObject({ value: 94, target: 95, better: 'higher' });
  expect(report.figures['/met, performance']).toMatchObject({ value: 97 });
  expect(report.tables[1]?.rows).toEqual([['/missed', 'total-blocking-time (310 ms), errors-in-console']]);
});
