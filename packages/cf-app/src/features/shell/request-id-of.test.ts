import { expect, test } from 'vitest';
import { requestIdOf } from './request-id-of.ts';

const id = '2470687d-9af7-4fa2-b983-78a4b5d8a723';

test('is read from an answer, or from the message of an error', () => {
  expect(requestIdOf({ ok: false, code: 'unavailable', requestId: id })).toBe(id);
  expect(requestIdOf(new Error(`Something went wrong. Request ${id}`))).toBe(id);
});

test('is not made up', () => {
  expect(requestIdOf(new TypeError('Failed to fetch'))).toBeUndefined();
  expect(requestIdOf(null)).toBeUndefined();
  expect(requestIdOf('Request')).toBeUndefined();
});
