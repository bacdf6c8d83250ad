import { linePath } from '../chart/polyline.ts';

interface SparklineProps {
  /** Finished points only: a half day would look like a fall. */
  values: readonly (number | null)[];
}

const WIDTH = 100;
const HEIGHT = 24;
const AIR = 3;

/** The shape of a series on its own scale, without axes; the dot is its last finished point. Fills its box. */
export function Sparkline({ values }: SparklineProps) {
  const known = values.map((value) => value ?? 0);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const x = (index: number) => (index / (known.length - 1)) * WIDTH;
  const y = (value: number) => HEIGHT - AIR - ((value - low) / span) * (HEIGHT - 2 * AIR);
  const path = linePath(known.map((value, index) => [x(index), y(value)] as const));
  return (
    <span className="sparkline" aria-hidden>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        <path d={path} />
      </svg>
      <i style={{ top: `${((y(known.at(-1) ?? 0) / HEIGHT) * 100).toFixed(1)}%` }} />
    </span>
  );
}
