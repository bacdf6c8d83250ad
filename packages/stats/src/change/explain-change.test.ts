import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MetricValues, StatsAnswer, StatsRow } from '../query.ts';
import {
  type ChangeExplained,
  CHANGE_DIMENSIONS,
  explainChange,
  type FactorExplained,
} from './explain-change.ts';
import { effectsOf, type Figures } from './factors.ts';

const NONE: Figures = { sessions: 0, orders: 0, sales: 0, corrections: 0 };

function values({ sessions, orders, sales, corrections }: Figures): MetricValues {
  return {
    sessions,
    orders,
    gross_sales: sales + 100,
    discounts: 100,
    returns: -corrections,
    adjustments: 0,
  };
}

function add(a: Figures, b: Figures): Figures {
  return {
    sessions: a.sessions + b.sessions,
    orders: a.orders + b.orders,
    sales: a.sales + b.sales,
    corrections: a.corrections + b.corrections,
  };
}

interface Part {
  readonly before: Figures | null;
  readonly after: Figures | null;
}
type Parts = Readonly<Record<string, Part>>;

const nothing = { ...values(NONE), gross_sales: 0, discounts: 0 };
const metricsOf = (figures: Figures | null) => (figures ? values(figures) : nothing);

// Only what is read of an answer.
const answer = (fields: Partial<StatsAnswer>) =>
  ({ rows: [], others: null, ...fields }) as unknown as StatsAnswer;

/** A period's answer lists the values that it has, as the engine's do. */
function rows(parts: Parts, of: 'before' | 'after', against: 'before' | 'after'): StatsRow[] {
  return Object.entries(parts)
    .filter(([, part]) => part[of] !== null)
    .map(([value, part]) => ({
      dimensions: [value],
      metrics: metricsOf(part[of]),
      before: metricsOf(part[against]),
    }));
}

function explain(parts: Parts): ChangeExplained {
  const sum = (of: 'before' | 'after') =>
    Object.values(parts).reduce((total, part) => add(total, part[of] ?? NONE), NONE);
  const ways = {
    after: answer({ rows: rows(parts, 'after', 'before') }),
    before: answer({ rows: rows(parts, 'before', 'after') }),
  };
  const explained = explainChange(
    answer({ totals: values(sum('after')), totalsBefore: values(sum('before')) }),
    { channel: ways, product: ways, country: ways, device: ways },
  );
  if (!explained) throw new Error('Two periods were compared');
  return explained;
}

function factor({ factors }: ChangeExplained, name: FactorExplained['factor']): FactorExplained {
  const found = factors.find((one) => one.factor === name);
  if (!found) throw new Error(name);
  return found;
}

const email = { sessions: 100, orders: 10, sales: 50_000, corrections: 0 };
const search = { sessions: 900, orders: 18, sales: 90_000, corrections: -1000 };

test('half the visits of everybody is the sessions’ doing alone', () => {
  const half = { sessions: 450, orders: 9, sales: 45_000, corrections: -1000 };
  const explained = explain({ search: { before: search, after: half } });
  expect(explained).toMatchObject({ before: 89_000, after: 44_000, change: -45_000 });
  expect(explained.factors.map(({ effect }) => effect)).toEqual([-45_000, 0, 0, 0]);
  expect(factor(explained, 'sessions')).toMatchObject({ before: 900, after: 450 });
});

test('a channel that sells nothing any more is named though no row of the period has it', () => {
  const explained = explain({
    email: { before: email, after: null },
    search: { before: search, after: search },
  });
  expect(factor(explained, 'sessions').parts.channel).toMatchObject([{ value: 'email' }]);
  // What it lost beyond an average channel's visits it lost by converting better than they do.
  expect(factor(explained, 'conversion').parts.channel?.[0]).toMatchObject({ value: 'email' });
  expect(explained.change).toBe(-50_000);
});

test('refunds are corrections, and no visit’s doing', () => {
  const explained = explain({ search: { before: search, after: { ...search, corrections: -21_000 } } });
  expect(explained.factors.map(({ effect }) => effect)).toEqual([0, 0, 0, -20_000]);
  expect(factor(explained, 'corrections').parts.product).toEqual([
    { value: 'search', before: -1000, after: -21_000, effect: -20_000 },
  ]);
});

test.each([
  ['no visits at all', { ...NONE, sales: 500, orders: 2 }, { ...NONE, sales: 900, orders: 3 }],
  ['nothing before', NONE, search],
  ['nothing after', search, NONE],
])('%s: what is not known explains nothing', (_, before, after) => {
  const explained = explain({ search: { before, after } });
  expect(factor(explained, 'order_value').effect).toBe(after.sales - before.sales);
});

test('without a comparison there is nothing to explain', () => {
  const ways = { after: answer({}), before: answer({}) };
  expect(
    explainChange(answer({ totals: values(search), totalsBefore: null }), {
      channel: ways,
      product: ways,
      country: ways,
      device: ways,
    }),
  ).toBeNull();
});

const figures = fc
  .record({
    sessions: fc.nat(5000),
    orders: fc.nat(200),
    sales: fc.integer({ min: -5000, max: 9_000_000 }),
    corrections: fc.integer({ min: -90_000, max: 9000 }),
  })
  .map((one) => one satisfies Figures);
const part = fc.record({ before: fc.option(figures), after: fc.option(figures) });
const parts = fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), part, { minKeys: 1, maxKeys: 40 });

test('everything adds up to the cent: factors to the change, the parts of every dimension to each factor', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const { change, factors } = explain(all);
      expect(factors.reduce((sum, { effect }) => sum + effect, 0)).toBe(change);
      for (const { effect, parts: told } of factors) {
        for (const dimension of CHANGE_DIMENSIONS) {
          const ofDimension = told[dimension];
          if (ofDimension) expect(ofDimension.reduce((sum, one) => sum + one.effect, 0)).toBe(effect);
        }
        expect(Number.isInteger(effect)).toBe(true);
      }
    }),
    { numRuns: 500, endOnFailure: true },
  );
});

test('turned round in time, every effect is its opposite', () => {
  fc.assert(
    fc.property(figures, figures, (before, after) => {
      const there = effectsOf({ before, after });
      const back = effectsOf({ before: after, after: before });
      for (const name of ['sessions', 'conversion', 'order_value', 'corrections'] as const) {
        expect(there[name] + back[name]).toBeCloseTo(0, 3);
      }
    }),
  );
});

test('no factor moves what did not change', () => {
  fc.assert(
    fc.property(figures, fc.integer({ min: 2, max: 9 }), (before, times) => {
      const after = {
        ...before,
        sessions: before.sessions * times,
        orders: before.orders * times,
        sales: before.sales * times,
      };
      if (before.sessions === 0 || before.orders === 0) return;
      const effects = effectsOf({ before, after });
      expect(effects.conversion).toBeCloseTo(0, 3);
      expect(effects.order_value).toBeCloseTo(0, 3);
    }),
  );
});
