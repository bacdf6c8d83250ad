import type { FactorExplained, PartExplained } from '@layerkick/stats/change/explain-change';
import { expect, test } from 'vitest';
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
  expect(becauseOf(factor({ parts }), 'EUR')).toEqual({
    dimension: 'channel',
    value: 'Direct',
    label: undefined,
    said: 'sent 20 fewer sessions',
    effect: -400,
  });
});

test.each([
  ['conversion', 'device', 'converted 1.00\u202f%, down from 2.00\u202f%'],
  ['order_value', 'product', 'made less of an average order'],
  ['corrections', 'product', 'came back more'],
] as const)('%s is told by %s', (name, dimension, said) => {
  const told = factor({ factor: name, parts: { [dimension]: [part('x', -400)] } });
  expect(becauseOf(told, 'EUR')).toMatchObject({ dimension, said });
});

test('where nothing can be named, nothing is said', () => {
  expect(becauseOf(factor({ parts: { channel: [part(null, -900)] } }), 'EUR')).toBeNull();
});
