import { expect, test } from 'vitest';
import { stateAfter } from './period-keys.ts';

const shown = { from: '2026-11-01', to: '2026-11-07' };

test('a letter chooses a period, and any days that were chosen give way', () => {
  expect(stateAfter('W', { from: '2026-01-01', to: '2026-01-02', country: 'DE' }, shown)).toMatchObject({
    period: '7d',
    from: undefined,
    country: 'DE',
  });
  expect(stateAfter('t', { period: '7d' }, shown)?.period).toBeUndefined();
});

test('arrows go on by as many days as are shown', () => {
  expect(stateAfter('ArrowLeft', {}, shown)).toMatchObject({ from: '2026-10-25', to: '2026-10-31' });
  expect(stateAfter('ArrowRight', {}, shown)).toMatchObject({ from: '2026-11-08', to: '2026-11-14' });
  expect(stateAfter('ArrowLeft', {}, null)).toBeNull();
});

test('X takes the comparison away and brings it back', () => {
  const without = stateAfter('x', { compare: 'year' }, shown);
  expect(without?.compare).toBe('none');
  expect(stateAfter('x', without ?? {}, shown)?.compare).toBeUndefined();
});

test('other keys mean nothing', () => {
  expect(stateAfter('z', {}, shown)).toBeNull();
});
