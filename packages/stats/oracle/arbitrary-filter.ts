import * as fc from 'fast-check';
import { DIMENSIONS, type Filter } from '../src/query.ts';

const VALUES = [
  '',
  'pot',
  'lid',
  '/',
  '/pots',
  'o',
  'Google',
  'Direct',
  'DE',
  'AT',
  'mobile',
  'view_item',
  '1',
  '7',
  '23',
  'new',
  'returning',
];

const comparison: fc.Arbitrary<Filter> = fc.record({
  dimension: fc.constantFrom(...DIMENSIONS),
  op: fc.constantFrom('is', 'is_not', 'in', 'contains', 'prefix'),
  values: fc.array(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 2 }),
});

/** Trees of up to four levels, mostly a comparison alone. */
export const arbitraryFilter: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => {
  const parts = fc.array(tie('filter'), { minLength: 1, maxLength: 3 });
  return {
    filter: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { weight: 3, arbitrary: comparison },
      { weight: 1, arbitrary: parts.map((and) => ({ and })) },
      { weight: 1, arbitrary: parts.map((or) => ({ or })) },
      { weight: 1, arbitrary: tie('filter').map((not) => ({ not })) },
    ),
  };
}).filter;
