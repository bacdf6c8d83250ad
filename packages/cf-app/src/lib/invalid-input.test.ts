import { expect, test } from 'vitest';
import { z } from 'zod';
import { invalidInput } from './invalid-input.ts';

/** As Start throws it for a Standard Schema validator. */
function thrownFor(schema: z.ZodType, input: unknown): Error {
  return new Error(JSON.stringify(schema.safeParse(input).error?.issues, undefined, 2));
}

test('what a validator did not accept is named by field', () => {
  const query = z.object({ range: z.object({ from: z.string() }), limit: z.number().max(100) });
  expect(invalidInput(thrownFor(query, { range: {}, limit: 500 }))).toMatch(/^range\.from: .+; limit: .+/);
  expect(invalidInput(thrownFor(z.string(), 7))).toMatch(/^input: /);
});

test.each([
  ['an error of ours', new Error('D1_ERROR: no such table: store')],
  ['one whose message begins like a list', new Error('[object Object]')],
  ['an empty list', new Error('[]')],
  ['a list of something else', new Error('["secret"]')],
  ['no error at all', '[{"path":[],"message":"x"}]'],
])('%s is not about input', (_case, error) => {
  expect(invalidInput(error)).toBeNull();
});
