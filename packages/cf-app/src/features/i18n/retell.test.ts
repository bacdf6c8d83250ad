import { expect, test } from 'vitest';
import { retell } from './retell.ts';
import { msg, translator } from './translate.ts';

const german = translator('de', {
  '{heading} is empty': '{heading} ist leer',
  '{cells} cells under {headings} headings': '{headings} Überschriften, {cells} Zellen',
});
const PATTERNS = [msg('{heading} is empty'), msg('{cells} cells under {headings} headings')];

test('what a text was made from is found again, with its values', () => {
  expect(retell('Order ID (new) is empty', PATTERNS, german)).toBe('Order ID (new) ist leer');
  expect(retell('7 cells under 8 headings', PATTERNS, german)).toBe('8 Überschriften, 7 Zellen');
});

test('a text that was made from something else is not guessed at', () => {
  expect(retell('Order is empty, or nearly', PATTERNS, german)).toBeNull();
  expect(retell('is empty', PATTERNS, german)).toBeNull();
});
