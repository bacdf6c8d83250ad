import { expect, test } from 'vitest';
import { amount, markdown, targetTable } from './report.ts';
import { median, percentile } from './statistics.ts';

test('a target is met on its better side only, and what has none is left out', () => {
  const { rows } = targetTable({
    slow: { value: 0.2, unit: '×', target: 0.15, better: 'lower' },
    many: { value: 50_000, unit: 'events/s', target: 40_000, better: 'higher' },
    plain: { value: 1, unit: 'ms', target: null, better: 'lower' },
  });
  expect(rows).toEqual([
    ['slow', '0.2 ×', 'at most 0.15', 'missed'],
    ['many', '50,000 events/s', 'at least 40,000', 'met'],
  ]);
});

test.each([
  [0.012345, '0.0123'],
  [12.345, '12.3'],
  [123_456.7, '123,457'],
])('%d is written %s', (value, text) => expect(amount(value)).toBe(text));

test('a table is Markdown with its figures to the right', () => {
  expect(markdown({ title: 'T', head: ['a', 'ms'], rows: [['cards', '1']] })).toBe(
    ['**T**', '', '| a     |  ms |', '| ----- | --: |', '| cards |   1 |'].join('\n'),
  );
});

test('a percentile is a value that was measured', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 0.99)).toBe(100);
});
