import { expect, test } from 'vitest';
import { english } from '#/features/i18n/translate.ts';
import { changeInWords, changeOf } from './change.ts';

test('amounts change in per cent of what they were', () => {
  expect(changeOf('net_sales', 112_400, 100_000, english)).toEqual({
    direction: 'up',
    verdict: 'better',
    text: '12.4\u202f%',
  });
  expect(changeOf('orders', 90, 100, english)).toMatchObject({ direction: 'down', verdict: 'worse' });
});

test('rates change in percentage points', () => {
  expect(changeOf('conversion_rate', 0.0231, 0.0243, english)).toEqual({
    direction: 'down',
    verdict: 'worse',
    text: '0.12\u202fpp',
  });
  expect(changeOf('conversion_rate', 0.02, 0, english)).toMatchObject({
    direction: 'up',
    text: '2.00\u202fpp',
  });
});

test('less can be better, or neither', () => {
  expect(changeOf('bounce_rate', 0.4, 0.5, english)?.verdict).toBe('better');
  expect(changeOf('returns', 200, 100, english)?.verdict).toBe('worse');
  expect(changeOf('discounts', 200, 100, english)?.verdict).toBe('neutral');
});

test('something after nothing is new, nothing after nothing is no change at all', () => {
  expect(changeOf('orders', 3, 0, english)?.direction).toBe('new');
  expect(changeOf('orders', 0, 0, english)).toBeNull();
  expect(changeOf('conversion_rate', 0, 0, english)).toBeNull();
});

test('a change too small to be shown has no direction', () => {
  expect(changeOf('sessions', 100_001, 100_000, english)).toMatchObject({
    direction: 'flat',
    verdict: 'neutral',
  });
});

test('from a loss upwards is up', () => {
  expect(changeOf('net_sales', 500, -500, english)).toMatchObject({ direction: 'up', text: '200.0\u202f%' });
});

test('what is not known is not compared', () => {
  expect(changeOf('average_order_value', null, 100, english)).toBeNull();
  expect(changeOf('average_order_value', 100, undefined, english)).toBeNull();
});

test('can be heard', () => {
  expect(changeInWords({ direction: 'down', verdict: 'worse', text: '5 %' }, english)).toBe('down 5 %');
});
