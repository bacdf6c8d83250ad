import type { MetricId } from '@layerkick/stats/metrics';
import { useT } from '#/features/i18n/use-t.ts';
import { changeInWords, changeOf } from '../format/change.ts';

interface ChangeMarkProps {
  metric: MetricId;
  now: number | null | undefined;
  before: number | null | undefined;
}

/** A triangle, a figure, and words for screen readers. Colour is the third signal, never the first. */
export function ChangeMark({ metric, now, before }: ChangeMarkProps) {
  const t = useT();
  const change = changeOf(metric, now, before, t);
  if (!change) return null;
  return (
    <span className="change" data-direction={change.direction} data-verdict={change.verdict}>
      <span aria-hidden>{change.text}</span>
      <span className="sr-only">{changeInWords(change, t)}</span>
    </span>
  );
}
