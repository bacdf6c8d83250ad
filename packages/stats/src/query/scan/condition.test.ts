import { describe, expect, test } from 'vitest';
import type { Filter } from '../../filter.ts';
import { asksForVisitsAlone } from './condition.ts';

const country: Filter = { dimension: 'country', op: 'is', values: ['DE'] };
const product: Filter = { dimension: 'product', op: 'is', values: ['pot'] };

describe('What a filter holds for is up to visits alone', () => {
  test.for<[string, Filter]>([
    ['where it asks for something of theirs', country],
    ['where all of its parts do', { and: [country, { or: [country, { not: country }] }] }],
  ])('%s', ([, filter]) => expect(asksForVisitsAlone(filter)).toBe(true));

  test.for<[string, Filter]>([
    ['where it asks for products, whose names change', product],
    ['where it asks for customers, whom orders tell', { ...product, dimension: 'customer' }],
    ['where it asks for collections', { ...product, dimension: 'collection' }],
    ['where any part does', { and: [country, { or: [country, { not: product }] }] }],
  ])('but not %s', ([, filter]) => expect(asksForVisitsAlone(filter)).toBe(false));
});
