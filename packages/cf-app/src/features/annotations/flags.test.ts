import { expect, test } from 'vitest';
import { flagsOf } from './flags.ts';

const on = (day: string) => ({ id: day, day, text: day, mine: true });
const range = { from: '2026-11-02', to: '2026-11-15' };

test('a flag stands at its day, and several of one day are one flag', () => {
  const days = ['2026-11-02', '2026-11-03', '2026-11-04'];
  const annotations = [on('2026-11-03'), { ...on('2026-11-03'), id: 'second' }];
  expect(flagsOf(annotations, days, { from: '2026-11-02', to: '2026-11-04' })).toEqual([
    { index: 1, annotations },
  ]);
});

test('by the hour it stands at the day’s first hour', () => {
  const days = ['2026-11-02', '2026-11-02', '2026-11-03', '2026-11-03'];
  expect(flagsOf([on('2026-11-03')], days, range)).toMatchObject([{ index: 2 }]);
});

test('by the week or month it stands at the one that it is in', () => {
  const weeks = ['2026-11-02', '2026-11-09'];
  expect(flagsOf([on('2026-11-08'), on('2026-11-15')], weeks, range)).toMatchObject([
    { index: 0 },
    { index: 1 },
  ]);
});

test('what happened on other days has no flag', () => {
  expect(flagsOf([on('2026-11-01'), on('2026-11-16')], ['2026-11-02'], range)).toEqual([]);
});
