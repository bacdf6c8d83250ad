import { expect, test } from 'vitest';
import { type Filter, filters, MAX_DEPTH } from './filter.ts';

const inGermany: Filter = { dimension: 'country', op: 'is', values: ['DE'] };
const many = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);
const nested = (depth: number): Filter => (depth === 0 ? inGermany : { not: nested(depth - 1) });
const problemsOf = (value: unknown) =>
  filters.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

test.each<[string, Filter[]]>([
  ['none', []],
  ['several that all have to hold', [inGermany, { dimension: 'page', op: 'prefix', values: ['/po'] }]],
  ['alternatives', [{ or: [inGermany, { and: [inGermany, { not: inGermany }] }] }]],
  ['a long list of values', [{ dimension: 'product', op: 'in', values: many(1000) }]],
  ['many comparisons', many(50).map(() => inGermany)],
  ['as deep as they go', [nested(MAX_DEPTH)]],
])('filters may be %s', (_, value) => {
  expect(filters.parse(value)).toEqual(value);
});

test.each<[unknown, string]>([
  [[{ or: [inGermany, { ...inGermany, dimension: 'ip' }] }], '0.or.1.dimension: Invalid option'],
  [[{ not: { and: [{ ...inGermany, values: [] }] } }], '0.not.and.0.values: Too small'],
  [[{ ...inGermany, op: 'like' }], '0.op: Invalid option'],
  [[{ and: [] }], '0.and: Too small'],
  [[{ and: [inGermany], or: [inGermany] }], '0: Unrecognized key: "or"'],
  [[{ not: [inGermany] }], '0.not: Invalid input: expected object'],
  [['DE'], '0: Invalid input'],
  [inGermany, ': Invalid input: expected array'],
  [[{ dimension: 'page', op: 'contains', values: many(51) }], '0.values: at most 50 values to search for'],
  [[{ or: many(26).map(() => ({ and: [inGermany, inGermany] })) }], ': more than 50 comparisons'],
  [
    [
      { ...inGermany, values: many(600) },
      { ...inGermany, values: many(600) },
    ],
    ': more than 1000 values',
  ],
  [[nested(MAX_DEPTH + 1)], `0${'.not'.repeat(MAX_DEPTH + 1)}: and, or and not go at most ${MAX_DEPTH} deep`],
  [[JSON.parse(`${'{"not":'.repeat(5000)}1${'}'.repeat(5000)}`)], 'deep'],
])('filters that are wrong are refused by the name of their field: %#', (value, problem) => {
  expect(problemsOf(value)?.join()).toContain(problem);
});
