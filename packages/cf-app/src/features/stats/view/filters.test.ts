import { expect, test } from 'vitest';
import {
  excluding,
  filtersOf,
  including,
  isOnly,
  questionFilters,
  withFilter,
  withoutFilter,
  withoutFilters,
} from './filters.ts';

const SEARCH = { country: ['DE', 'AT', 'DE'], country_not: 'CH', page_has: '/sale', period: '7d' } as const;
const NARROWED = { ...SEARCH, country: [...SEARCH.country] };

test('conditions of the address are alternatives of values, compared in four ways', () => {
  expect(filtersOf(NARROWED)).toEqual([
    { dimension: 'page', op: 'contains', values: ['/sale'] },
    { dimension: 'country', op: 'is', values: ['DE', 'AT'] },
    { dimension: 'country', op: 'is_not', values: ['CH'] },
  ]);
  expect(filtersOf({ page_begins: '/de/' })).toEqual([{ dimension: 'page', op: 'prefix', values: ['/de/'] }]);
  expect(questionFilters(filtersOf(NARROWED))).toEqual(filtersOf(NARROWED));
});

test('a condition takes the place of the same one before, and leaves the others', () => {
  const one = withFilter(NARROWED, { dimension: 'country', op: 'is', values: ['DE'] });
  expect(one).toEqual({ ...SEARCH, country: 'DE' });
  const two = withFilter(one, { dimension: 'country', op: 'is_not', values: ['CH', 'LI'] });
  expect(two).toEqual({ ...SEARCH, country: 'DE', country_not: ['CH', 'LI'] });
});

test('what is put in is taken out again, and clearing leaves the period', () => {
  const filter = { dimension: 'city', op: 'contains', values: ['Ber'] } as const;
  expect(filtersOf(withoutFilter(withFilter({}, filter), filter))).toEqual([]);
  const cleared = withoutFilters(NARROWED);
  expect(filtersOf(cleared)).toEqual([]);
  expect(cleared.period).toBe('7d');
});

test('a row is chosen when the page is narrowed to it alone', () => {
  expect(isOnly({ country: 'DE' }, 'country', 'DE')).toBe(true);
  expect(isOnly(NARROWED, 'country', 'DE')).toBe(false);
  expect(isOnly({ country_not: 'DE' }, 'country', 'DE')).toBe(false);
});

test('a row is added to those that are shown, and is then no longer left out', () => {
  expect(filtersOf(including(NARROWED, 'country', 'CH'))).toEqual([
    { dimension: 'page', op: 'contains', values: ['/sale'] },
    { dimension: 'country', op: 'is', values: ['DE', 'AT', 'CH'] },
  ]);
  expect(including({}, 'country', 'DE')).toMatchObject({ country: 'DE' });
  expect(including({ country: 'DE' }, 'country', 'DE')).toMatchObject({ country: 'DE' });
});

test('a row is left out beside others, and is then no longer among those that are shown', () => {
  expect(filtersOf(excluding(NARROWED, 'country', 'AT'))).toEqual([
    { dimension: 'page', op: 'contains', values: ['/sale'] },
    { dimension: 'country', op: 'is', values: ['DE'] },
    { dimension: 'country', op: 'is_not', values: ['CH', 'AT'] },
  ]);
  expect(filtersOf(excluding({ country: 'DE' }, 'country', 'DE'))).toEqual([
    { dimension: 'country', op: 'is_not', values: ['DE'] },
  ]);
});
