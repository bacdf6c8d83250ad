import { expect, test } from 'vitest';
import { mapView } from './map-view.ts';

const WORLD = { x: 0, y: 0, width: 960, height: 460 };

test('a shop of one country shows it among its neighbours', () => {
  const { x, y, width } = mapView(new Map([['DE', 100]]));
  expect(width).toBe(180);
  expect(x).toBeGreaterThan(380);
  expect(y).toBeLessThan(120);
});

test('a shop of the whole world shows most of it', () => {
  expect(
    mapView(
      new Map([
        ['US', 50],
        ['AU', 40],
        ['JP', 30],
        ['BR', 20],
      ]),
    ),
  ).toMatchObject({ width: 722 });
});

test('a single order from far away moves nothing', () => {
  expect(
    mapView(
      new Map([
        ['DE', 1000],
        ['AU', 5],
      ]),
    ),
  ).toEqual(mapView(new Map([['DE', 1000]])));
});

test.each([
  [new Map()],
  [new Map([['', 5]])],
  [new Map([['XX', 5]])],
  [new Map([['DE', 0]])],
  [new Map([['DE', -5]])],
])('where no country is known there is the world: %j', (values: ReadonlyMap<string, number>) => {
  expect(mapView(values)).toEqual(WORLD);
});
