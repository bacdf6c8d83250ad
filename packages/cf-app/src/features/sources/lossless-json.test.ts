import { expect, test } from 'vitest';
import { parseLosslessJson } from './lossless-json.ts';

test('ids beyond 2^53 keep all of their digits', () => {
  expect(parseLosslessJson('{"id":820982911946154508,"items":[{"id":-820982911946154508}]}')).toEqual({
    id: '820982911946154508',
    items: [{ id: '-820982911946154508' }],
  });
});

test('all other values are what they always are', () => {
  expect(parseLosslessJson('{"n":42,"price":19.9,"big":1e21,"text":"820982911946154508","no":null}')).toEqual(
    {
      n: 42,
      price: 19.9,
      big: 1e21,
      text: '820982911946154508',
      no: null,
    },
  );
});
