import type { MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';
import { slicesOf } from './share.ts';

/** Parts of a whole as one bar. The table below says the same in figures. */
export function SplitBar({ answer, rank }: { answer: StatsAnswer; rank: MetricId }) {
  const slices = slicesOf(answer, rank);
  if (slices.length === 0) return null;
  return (
    <div className="split" aria-hidden>
      {slices.map(({ share, category }) => (
        <svg key={category} data-category={category} width={`${share}%`} />
      ))}
    </div>
  );
}
