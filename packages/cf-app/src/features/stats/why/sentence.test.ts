import type { FactorExplained, PartExplained } from '@layerkick/stats/change/explain-change';
import { expect, test } from 'vitest';
import { english } from '#/features/i18n/translate.ts';
import { becauseOf } from './sentence.ts';

const part = (value: string | null, effect: number, before = 0.02, after = 0.01): PartExplained => ({
  value,
  before,
  after,
  effect,
});
const factor = (fields: Partial<FactorExplained>): FactorExplained => ({
  factor: 'sessions',
  before: 100,
  after: 50,
  effect: -900,
  parts: {},
  ...fields,
});

test('what is named moved the factor the way it went, and is no rest', () => {
  const parts = {
    channel: [part(null, -2000), part('', -1500), part('Email', 800), part('Direct', -400, 30, 10)],
  };
  expect(becauseOf(factor({ parts }), 'EUR', english)).toEqual({
    dimension: 'channel',
    value: 'Direct',
    label: undefined,
    sentence: '{name} sent {count} fewer session|{name} sent {count} fewer sessions',
    values: { count: 20 },
    effect: -400,
  });
});

test.each([
  ['conversion', 'device', 'Mobile converted 1.00\u202f%, down from 2.00\u202f%'],
  ['order_value', 'product', 'Mobile made less of an average order'],
  ['corrections', 'product', 'Mobile came back more'],
] as const)('%s is told by %s', (name, dimension, said) => {
  const told = factor({ factor: name, parts: { [dimension]: [part('x', -400)] } });
  const because = becauseOf(told, 'EUR', english);
  expect(because?.dimension).toBe(dimension);
  expect(because && english(because.sentence, { ...because.values, name: 'Mobile' })).toBe(said);
});

test('where nothing can be named, nothing is said', () => {
  expect(becauseOf(factor({ parts: { channel: [part(null, -900)] } }), 'EUR', english)).toBeNull();
});
