import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minorUnitDigits, toMinorUnits } from './money.ts';

describe('minor units', () => {
  test.each([
    ['19.90', 'EUR', 1990],
    [19.9, 'EUR', 1990],
    ['1200', 'JPY', 1200],
    [1199.6, 'JPY', 1200],
    ['1.234', 'KWD', 1234],
    ['-3.5', 'GBP', -350],
    ['0.005', 'EUR', 1],
    ['-0.005', 'EUR', -1],
    ['0.004999', 'EUR', 0],
    // What multiplying by 100 gets wrong.
    [1.005, 'EUR', 101],
    [8.075, 'EUR', 808],
    [0.0000001, 'EUR', 0],
    ['999999999999.99', 'EUR', 99_999_999_999_999],
  ])('%s %s are %d', (amount, currency, minor) => {
    expect(toMinorUnits(amount, currency)).toBe(minor);
  });

  test('of several pieces are rounded once, after multiplying', () => {
    expect(toMinorUnits('0.005', 'EUR', 1000)).toBe(500);
    expect(toMinorUnits('0.85', 'GBP', 80_995)).toBe(6_884_575);
    expect(toMinorUnits('12.99', 'EUR', 0.35)).toBe(455);
  });

  test('of every amount with two decimals are its digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (cents) => {
        expect(toMinorUnits(cents / 100, 'EUR')).toBe(cents);
        expect(toMinorUnits((cents / 100).toFixed(2), 'EUR')).toBe(cents);
      }),
    );
  });
});

test('currencies nobody knows are counted in hundredths', () => {
  expect(minorUnitDigits('ZZZ')).toBe(2);
});
