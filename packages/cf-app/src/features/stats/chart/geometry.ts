import { nice, ticks as ticksBetween } from 'd3-array';
import { areaPath, linePath, type Vertex } from './polyline.ts';

/** A value of the series; null where it is not known (a ratio over nothing). */
export interface PlotPoint {
  readonly value: number | null;
  readonly unfinished: boolean;
}

/**
 * A plot in units of its own box, 0–100 both ways, y downwards. Drawn stretched to whatever
 * size the page gives it, so that the server can draw it without knowing the screen.
 */
export interface Plot {
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  /** Where zero is. */
  readonly baseline: number;
  readonly now: PlotLine;
  readonly past: PlotLine | null;
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
}

export interface PlotLine {
  /** SVG path over finished points. */
  readonly solid: string;
  /** From the last finished point over what has not ended; empty where everything has. */
  readonly dashed: string;
  /** From the line down to zero, finished points only. */
  readonly fill: string;
}

const TICKS = 4;

/**
 * @param unit what one tick step is counted in, in the values' unit: 100 for money in cents, 1 for counts.
 */
export function plotOf(
  now: readonly PlotPoint[],
  past: readonly PlotPoint[] | null,
  { unit, whole }: { unit: number; whole: boolean },
): Plot {
  const count = Math.max(now.length, past?.length ?? 0);
  const values = [...now, ...(past ?? [])].flatMap(({ value }) => (value === null ? [] : [value / unit]));
  const [low, high] = nice(Math.min(0, ...values), Math.max(0, ...values) || 1, TICKS);
  // Of nothing at all there is a floor, but no scale.
  const steps = values.some((value) => value !== 0) ? ticksBetween(low, high, TICKS) : [0];
  const ticks = steps.filter((tick) => !whole || Number.isInteger(tick));
  const place = (value: number) => ((high - value) / (high - low)) * 100;
  const x = (index: number) => (count < 2 ? 50 : (index / (count - 1)) * 100);
  const y = (value: number) => place(value / unit);
  const lineOf = (points: readonly PlotPoint[]) => plotLine(points, x, y);
  return {
    ticks: ticks.map((tick) => ({ value: tick * unit, y: place(tick) })),
    baseline: place(0),
    now: lineOf(now),
    past: past ? lineOf(past) : null,
    x,
    y,
  };
}

function plotLine(
  points: readonly PlotPoint[],
  x: (index: number) => number,
  y: (value: number) => number,
): PlotLine {
  const firstOpen = points.findIndex((point) => point.unfinished);
  const finished = firstOpen === -1 ? points.length : firstOpen;
  const vertices = points.map(({ value }, index): Vertex | null =>
    value === null ? null : [x(index), y(value)],
  );
  const done = vertices.slice(0, finished);
  return {
    solid: linePath(done),
    dashed: finished === points.length ? '' : linePath(vertices.slice(Math.max(0, finished - 1))),
    fill: areaPath(done, y(0)),
  };
}

/** The point nearest to `fraction` (0–1) of the plot's width. */
export function nearestPoint(fraction: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.round(fraction * (count - 1))));
}
