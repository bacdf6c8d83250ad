import { expect, test } from 'vitest';
import { daySegmentOf } from '../../testing/day-segment-of.ts';
import { heldValues } from './held-values.ts';

const segment = daySegmentOf('2026-11-16', [
  {
    visitor: 'ann',
    events: [{ page: '/pots' }, { page: '/' }, { page: '/pots' }, { name: 'add_to_cart', page: '/lids' }],
  },
  { visitor: 'ben', events: [{ name: 'search', page: '/' }] },
  { visitor: 'cy', events: [{ page: '/' }] },
]);
const held = (dimension: 'page' | 'event') => {
  const { codes, values, visit, from } = heldValues(segment, dimension);
  return { values: [...codes].map((code) => values[code]), visit: [...visit], from: [...from] };
};

test('a visit has each page that it saw once, and none that it did something else on', () => {
  expect(held('page')).toEqual({ values: ['/pots', '/', '/'], visit: [0, 0, 2], from: [0, 2, 2, 3] });
});

test('a visit has the name of each of its events once', () => {
  expect(held('event')).toEqual({
    values: ['page_view', 'add_to_cart', 'search', 'page_view'],
    visit: [0, 0, 1, 2],
    from: [0, 2, 3, 4],
  });
});
