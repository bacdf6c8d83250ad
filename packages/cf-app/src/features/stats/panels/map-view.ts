import boxes from './country-boxes.json' with { type: 'json' };

/** Of the map that `scripts/write-world-map.ts` writes. */
const WORLD = { width: 960, height: 460 };
/** Never closer than this, or one country would have no neighbours. */
const NARROWEST = 180;
const MARGIN = 14;
/** Countries that bring less of the whole are no reason to show half of the world. */
const LEAST_SHARE = 0.01;

export interface MapView {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the world where most of it happens, in the map's proportions. */
export function mapView(values: ReadonlyMap<string, number>): MapView {
  const all = [...values.values()].reduce((sum, value) => sum + Math.max(0, value), 0);
  const known: Readonly<Partial<Record<string, readonly number[]>>> = boxes;
  const shown = [...values].flatMap(([code, value]) => {
    const [left, top, right, bottom] = known[code] ?? [];
    const counts = value > 0 && value / all >= LEAST_SHARE;
    return counts && left !== undefined && top !== undefined && right !== undefined && bottom !== undefined
      ? [{ left, top, right, bottom }]
      : [];
  });
  if (shown.length === 0) return { x: 0, y: 0, ...WORLD };
  const left = Math.min(...shown.map((box) => box.left)) - MARGIN;
  const right = Math.max(...shown.map((box) => box.right)) + MARGIN;
  const top = Math.min(...shown.map((box) => box.top)) - MARGIN;
  const bottom = Math.max(...shown.map((box) => box.bottom)) + MARGIN;
  const proportion = WORLD.width / WORLD.height;
  const width = Math.min(WORLD.width, Math.max(NARROWEST, right - left, (bottom - top) * proportion));
  const height = width / proportion;
  return {
    x: within((left + right - width) / 2, WORLD.width - width),
    y: within((top + bottom - height) / 2, WORLD.height - height),
    width: Math.round(width),
    height: Math.round(height),
  };
}

function within(value: number, most: number): number {
  return Math.round(Math.min(most, Math.max(0, value)));
}
