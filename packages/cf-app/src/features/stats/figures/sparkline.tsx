import { linePath } from '../chart/polyline.ts';
import { sparkOf } from './spark.ts';

interface SparklineProps {
  /** Finished points only: a half day would look like a fall. Null breaks the line. */
  values: readonly (number | null)[];
}

/** The shape of a series on its own scale, without axes; the dot is its last known point. Fills its box. */
export function Sparkline({ values }: SparklineProps) {
  const spark = sparkOf(values);
  if (!spark) return null;
  return (
    <span className="sparkline" aria-hidden>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none">
        <path d={linePath(spark.vertices)} />
      </svg>
      <svg>
        <circle cx={`${spark.last[0]}%`} cy={`${spark.last[1]}%`} r="2.5" />
      </svg>
    </span>
  );
}
