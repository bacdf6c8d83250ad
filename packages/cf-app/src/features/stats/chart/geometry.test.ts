import { describe, expect, test } from 'vitest';
import { nearestPoint, plotOf, type PlotPoint } from './geometry.ts';

const done = (...values: (number | null)[]): PlotPoint[] =>
  values.map((value) => ({ value, unfinished: false }));
const open = (value: number | null): PlotPoint => ({ value, unfinished: true });
const counts = { unit: 1, whole: true };

describe('the scale', () => {
  test('starts at zero and ends on a round figure', () => {
    const { ticks, baseline } = plotOf(done(1278, 2325), null, counts);
    expect(ticks.map((tick) => tick.value)).toEqual([0, 500, 1000, 1500, 2000, 2500]);
    expect(baseline).toBe(100);
  });

  test('counts money in major units', () => {
    const { ticks } = plotOf(done(199_802), null, { unit: 100, whole: false });
    expect(ticks.at(-1)?.value).toBe(200_000);
  });

  test('covers the past as well', () => {
    expect(plotOf(done(10), done(90), counts).y(90)).toBeGreaterThanOrEqual(0);
  });

  test('goes below zero where sales do', () => {
    const { baseline, y } = plotOf(done(-50, 100), null, counts);
    expect(baseline).toBeLessThan(100);
    expect(y(-50)).toBe(100);
  });

  test('has no halves of an order', () => {
    expect(plotOf(done(0, 1), null, counts).ticks.map((tick) => tick.value)).toEqual([0, 1]);
  });

  test('of nothing at all still has a floor', () => {
    expect(plotOf([], null, counts).baseline).toBe(100);
    expect(plotOf(done(0, 0), null, counts).ticks).toEqual([{ value: 0, y: 100 }]);
    expect(plotOf(done(0, 0), null, counts).now.solid).toBe('M0,100L100,100');
  });
});

describe('the line', () => {
  test('is straight between points', () => {
    expect(plotOf(done(0, 100), null, counts).now.solid).toBe('M0,100L100,0');
  });

  test('is dashed from the last finished point to what has not ended', () => {
    const { now } = plotOf([...done(0, 100), open(50)], null, counts);
    expect(now.solid).toBe('M0,100L50,0');
    expect(now.dashed).toBe('M50,0L100,50');
    expect(now.fill).not.toContain('L100');
  });

  test('of an unfinished first hour is only dashed', () => {
    const { now } = plotOf([open(5)], null, counts);
    expect(now.solid).toBe('');
    expect(now.dashed).not.toBe('');
  });

  test('breaks where nothing is known', () => {
    expect(plotOf(done(1, null, 1), null, counts).now.solid.match(/M/g)).toHaveLength(2);
  });

  test('of a shorter past keeps its places', () => {
    expect(plotOf(done(1, 1, 1), done(1, 1), counts).past?.solid).toBe('M0,0L50,0');
  });
});

test('the nearest point stays inside', () => {
  expect(nearestPoint(-0.2, 30)).toBe(0);
  expect(nearestPoint(1.4, 30)).toBe(29);
  expect(nearestPoint(0.5, 3)).toBe(1);
});
