import { describe, expect, test } from 'vitest';
import { parseSearch } from './search.schema.ts';

describe('the state in the URL', () => {
  test('is taken as it is', () => {
    const search = { period: '7d', metric: 'orders', channel: 'Email', show: 'products', compare: 'none' };
    expect(parseSearch(search)).toMatchObject(search);
  });

  test('an unknown word falls back to the default, one by one', () => {
    expect(
      parseSearch({ period: 'fortnight', metric: 'profit', show: '<b>', interval: 5, products: [] }),
    ).toEqual({});
    expect(parseSearch({ period: 'fortnight', metric: 'orders' })).toEqual({ metric: 'orders' });
  });

  test('unknown parameters are left out', () => {
    expect(parseSearch({ utm_source: 'mail', __proto__: { admin: true }, period: '90d' })).toEqual({
      period: '90d',
    });
  });

  test('a filter that looks like a number stays a word', () => {
    expect(parseSearch({ campaign: 2024, source: true })).toMatchObject({ campaign: '2024', source: 'true' });
  });

  test('a filter may be empty: “not known”', () => {
    expect(parseSearch({ campaign: '' })).toEqual({ campaign: '' });
  });

  test('a filter may have several values, and be turned round', () => {
    const search = { channel: ['Email', 'Direct'], country_not: 'DE', page_has: '/sale' };
    expect(parseSearch(search)).toMatchObject(search);
  });

  test('a filter that is no text is dropped', () => {
    expect(parseSearch({ channel: [], source: { a: 1 }, country: null, city: [{ a: 1 }] })).toEqual({});
  });

  test.each(['year', 'weekdays', 'none'])('compare=%s is a comparison', (compare) => {
    expect(parseSearch({ compare })).toEqual({ compare });
  });

  test('days to compare with win over the comparison, and count when both are there', () => {
    const days = { compare_from: '2025-11-01', compare_to: '2025-11-30' };
    expect(parseSearch({ ...days, compare: 'year' })).toEqual(days);
    expect(parseSearch({ compare_from: '2025-11-01', compare: 'year' })).toEqual({ compare: 'year' });
  });

  test('what is left out is there as undefined, or the router would keep the raw value', () => {
    const search = parseSearch({ metric: 'profit', from: 'soon', to: 9 });
    expect(Object.entries(search).filter(([, value]) => value !== undefined)).toEqual([]);
    expect(Object.keys(search)).toEqual(expect.arrayContaining(['metric', 'from', 'to']));
  });

  test('an endless filter is cut', () => {
    expect(parseSearch({ page: '/'.repeat(9999) }).page).toHaveLength(500);
  });
});

describe('custom days', () => {
  test('count when both are there, and win over the period', () => {
    expect(parseSearch({ from: '2026-11-01', to: '2026-11-05', period: '7d' })).toEqual({
      from: '2026-11-01',
      to: '2026-11-05',
    });
  });

  test.each([
    ['one end is missing', { from: '2026-11-01' }],
    ['no such day', { from: '2026-02-30', to: '2026-03-01' }],
    ['the wrong way round', { from: '2026-11-05', to: '2026-11-01' }],
    ['another spelling', { from: '1/11/2026', to: '5/11/2026' }],
    ['a number', { from: 20261101, to: 20261105 }],
    ['before anything was sold online', { from: '0001-01-01', to: '0001-01-02' }],
    ['beyond the calendar', { from: '9999-12-31', to: '9999-12-31' }],
    ['longer than anybody asks', { from: '1026-11-01', to: '2026-11-01' }],
  ])('fall back to the period: %s', (_, days) => {
    expect(parseSearch({ ...days, period: '7d' })).toEqual({ period: '7d' });
  });
});
