import type { Dimension } from '../dimensions.ts';
import type { MetricValues, StatsAnswer, StatsRow } from '../query.ts';
import { effectsOf, type Factor, FACTORS, type Figures, type Periods } from './factors.ts';
import { splitByProduct, splitEffects } from './split.ts';
import { whole } from './whole.ts';

/** What a change is told by. Products have no sessions: theirs tell order value and corrections only. */
export const CHANGE_DIMENSIONS = [
  'channel',
  'product',
  'country',
  'device',
] as const satisfies readonly Dimension[];
export type ChangeDimension = (typeof CHANGE_DIMENSIONS)[number];

/** What the questions ask for, whose answers `explainChange` takes. */
export const CHANGE_METRICS = [
  'sessions',
  'orders',
  'gross_sales',
  'discounts',
  'returns',
  'adjustments',
] as const;

/** Why net sales changed. All effects are minor units of the store's currency and add up to the last of them. */
export interface ChangeExplained {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** They add up to `change`. */
  readonly factors: readonly FactorExplained[];
}

export interface FactorExplained {
  readonly factor: Factor;
  /** Of the factor: sessions, orders per session, minor units per order, minor units; null where it is not known. */
  readonly before: number | null;
  readonly after: number | null;
  readonly effect: number;
  /** By dimension; the parts of each add up to `effect`. Largest first, whichever way; all that are not told last. */
  readonly parts: { readonly [Name in ChangeDimension]?: readonly PartExplained[] };
}

export interface PartExplained {
  /** The dimension's value; null for all that are not told one by one. */
  readonly value: string | null;
  readonly label?: string;
  /** The part's own value of the factor, as the factor's; null where it is not known or the part is of many values. */
  readonly before: number | null;
  readonly after: number | null;
  readonly effect: number;
}

/** Answers to one question for `CHANGE_METRICS` by a dimension, asked both ways round. */
export interface BothWays {
  /** The range, compared with the one before. */
  readonly after: StatsAnswer;
  /** The one before, compared with the range: an answer lists no values that are there no more. */
  readonly before: StatsAnswer;
}

/** Parts that are told one by one; all others are one part. */
const PARTS = 20;

/**
 * Explains the change of net sales between a range and what it is compared with, from the answers to questions for
 * `CHANGE_METRICS`: one without a dimension, and two for each of `CHANGE_DIMENSIONS`. Null where nothing is compared.
 */
export function explainChange(
  totals: StatsAnswer,
  byDimension: Readonly<Record<ChangeDimension, BothWays>>,
): ChangeExplained | null {
  const all = periodsOf(totals.totals, totals.totalsBefore);
  if (!all) return null;
  const [before, after] = [netOf(all.before), netOf(all.after)];
  const effects = effectsOf(all);
  const wholeEffects = whole(
    FACTORS.map((factor) => effects[factor]),
    after - before,
  );
  return {
    before,
    after,
    change: after - before,
    factors: FACTORS.map((factor, index) => {
      const effect = wholeEffects[index] ?? 0;
      return {
        factor,
        before: valueOf(factor, all.before),
        after: valueOf(factor, all.after),
        effect,
        parts: Object.fromEntries(
          CHANGE_DIMENSIONS.filter((dimension) => tells(dimension, factor)).map((dimension) => [
            dimension,
            partsOf(factor, effect, all, dimension, byDimension[dimension]),
          ]),
        ),
      };
    }),
  };
}

function partsOf(
  factor: Factor,
  effect: number,
  all: Periods,
  dimension: ChangeDimension,
  answers: BothWays,
): PartExplained[] {
  const told = toldOf(answers)
    .map(({ periods, ...part }) => ({
      ...part,
      before: valueOf(factor, periods.before),
      after: valueOf(factor, periods.after),
      exact: partEffect(factor, all, dimension, periods),
    }))
    .filter(({ exact }) => exact !== 0)
    .toSorted((a, b) => Math.abs(b.exact) - Math.abs(a.exact) || (a.value < b.value ? -1 : 1))
    .slice(0, PARTS);
  const rest = effect - told.reduce((sum, { exact }) => sum + exact, 0);
  const effects = whole([...told.map(({ exact }) => exact), rest], effect);
  const parts: PartExplained[] = told.map(({ exact: _exact, ...part }, index) => ({
    ...part,
    effect: effects[index] ?? 0,
  }));
  const others = { value: null, before: null, after: null, effect: effects.at(-1) ?? 0 };
  return [...parts, others].filter(({ effect: part }) => part !== 0);
}

/** Every value that either period lists. */
function toldOf({ after, before }: BothWays) {
  const told = new Map<string, { value: string; label?: string; periods: Periods }>();
  const add = ({ dimensions: [value = ''], label }: StatsRow, periods: Periods | null) => {
    if (periods) told.set(value, { value, ...(label === undefined ? {} : { label }), periods });
  };
  for (const row of before.rows) {
    const turned = periodsOf(row.metrics, row.before);
    add(row, turned && { before: turned.after, after: turned.before });
  }
  for (const row of after.rows) add(row, periodsOf(row.metrics, row.before));
  return [...told.values()];
}

function partEffect(factor: Factor, all: Periods, dimension: ChangeDimension, part: Periods): number {
  return (dimension === 'product' ? splitByProduct : splitEffects)(all, part)[factor];
}

function tells(dimension: ChangeDimension, factor: Factor): boolean {
  return dimension !== 'product' || factor === 'order_value' || factor === 'corrections';
}

function periodsOf(after: MetricValues, before: MetricValues | null): Periods | null {
  return before && { before: figuresOf(before), after: figuresOf(after) };
}

function figuresOf(values: MetricValues): Figures {
  return {
    sessions: values.sessions ?? 0,
    orders: values.orders ?? 0,
    sales: (values.gross_sales ?? 0) - (values.discounts ?? 0),
    corrections: (values.adjustments ?? 0) - (values.returns ?? 0),
  };
}

function netOf({ sales, corrections }: Figures): number {
  return sales + corrections;
}

function valueOf(factor: Factor, { sessions, orders, sales, corrections }: Figures): number | null {
  switch (factor) {
    case 'sessions':
      return sessions;
    case 'conversion':
      return sessions === 0 ? null : orders / sessions;
    case 'order_value':
      return orders === 0 ? null : sales / orders;
    case 'corrections':
      return corrections;
  }
}
