import { z } from 'zod';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What Lighthouse says of a page. */
export interface PageAudit {
  /** 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Until the first content is painted. */
  readonly contentfulMs: number;
  /** Until the largest part of it is. */
  readonly largestMs: number;
  /** How long scripts kept the page from answering. */
  readonly blockedMs: number;
  /** How far things moved, in parts of the window. */
  readonly shift: number;
  /** What costs points, as `audit (what was measured)`. */
  readonly lacking: readonly string[];
}

const score = z.number().min(0).max(1);
const measured = z.object({ numericValue: z.number() });
const category = z.object({
  score,
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
});
/** A page that could not be loaded has no scores, and nothing was measured. */
const outcome = z.object({ runtimeError: z.object({ message: z.string() }).optional() });
const result = z.object({
  categories: z.record(z.enum(CATEGORIES), category),
  audits: z
    .record(z.string(), z.object({ score: score.nullable(), displayValue: z.string().optional() }))
    .and(
      z.object({
        'first-contentful-paint': measured,
        'largest-contentful-paint': measured,
        'total-blocking-time': measured,
        'cumulative-layout-shift': measured,
      }),
    ),
});

/** An audit below it is worth a look; Lighthouse shows those in green from here. */
const GREEN = 0.9;

/**
 * Lighthouse's own result, as what is reported.
 *
 * @throws {Error} where the page could not be loaded, or the result is none
 */
export function readAudit(url: string, raw: unknown): PageAudit {
  const { runtimeError } = outcome.parse(raw);
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
  const { categories, audits } = result.parse(raw);
  const refs = CATEGORIES.flatMap((name) => categories[name].auditRefs);
  const percent = (name: Category) => Math.round(categories[name].score * 100);
  return {
    scores: {
      performance: percent('performance'),
      accessibility: percent('accessibility'),
      'best-practices': percent('best-practices'),
    },
    contentfulMs: audits['first-contentful-paint'].numericValue,
    largestMs: audits['largest-contentful-paint'].numericValue,
    blockedMs: audits['total-blocking-time'].numericValue,
    shift: audits['cumulative-layout-shift'].numericValue,
    lacking: refs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      if (weight === 0 || audit === undefined || audit.score === null || audit.score >= GREEN) return [];
      return audit.displayValue === undefined ? [id] : [`${id} (${audit.displayValue})`];
    }),
  };
}
