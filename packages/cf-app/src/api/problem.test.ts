import { expect, test } from 'vitest';
import { fieldsInvalid } from './problem.ts';

test('fields at fault are named in words, and what is wrong with all of them is said without a name', () => {
  const errors = [
    { field: 'range', message: 'no such day' },
    { field: '', message: 'Unrecognized key: "colour"' },
  ];
  expect(fieldsInvalid(errors)).toMatchObject({
    detail: 'range: no such day; Unrecognized key: "colour"',
    errors,
  });
});
