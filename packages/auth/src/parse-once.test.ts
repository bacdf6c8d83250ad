import { expect, test } from 'vitest';
import { parseOnce } from './parse-once.ts';

function counted(most: number) {
  const asked: string[] = [];
  const parse = parseOnce((text) => {
    asked.push(text);
    return JSON.parse(text) as unknown;
  }, most);
  return { asked, parse };
}

test('a text is parsed once', () => {
  const { asked, parse } = counted(2);
  expect(parse('["fmdf"]')).toBe(parse('["fmdf"]'));
  expect(asked).toEqual(['["fmdf"]']);
});

test('ever new texts push out the oldest', () => {
  const { asked, parse } = counted(2);
  ['1', '2', '3', '1'].forEach(parse);
  expect(asked).toEqual(['1', '2', '3', '1']);
});

test('what cannot be parsed is tried again', () => {
  const { asked, parse } = counted(2);
  expect(() => parse('[')).toThrow(SyntaxError);
  expect(() => parse('[')).toThrow(SyntaxError);
  expect(asked).toHaveLength(2);
});
