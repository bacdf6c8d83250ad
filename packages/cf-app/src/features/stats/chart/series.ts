import type { MetricId } from '@layerkick/stats/metrics';
import type { SeriesPoint, StatsAnswer } from '@layerkick/stats/query';
import type { T } from '#/features/i18n/translate.ts';
import { dayAt } from '../format/day.ts';
import type { PlotPoint } from './geometry.ts';
import { hasBegun, type Labelling } from './point-labels.ts';

/** One place on the chart's axis: a point of the period and the one it is compared with. */
export interface Pair {
  readonly now: SeriesPoint | null;
  readonly before: SeriesPoint | null;
}

/** The n-th point of the period stands beside the n-th of the period before; either may be longer. */
export function pairsOf(answer: StatsAnswer): Pair[] {
  const now = answer.series ?? [];
  const before = answer.seriesBefore ?? [];
  return Array.from({ length: Math.max(now.length, before.length) }, (_, index) => ({
    now: now[index] ?? null,
    before: before[index] ?? null,
  }));
}

export function labellingOf(answer: StatsAnswer, t: T): Labelling {
  const { answeredAt } = answer.freshness;
  return {
    interval: answer.query.interval ?? 'day',
    timeZone: answer.query.timeZone,
    range: answer.query.range,
    answeredAt,
    presentYear: dayAt(answeredAt, answer.query.timeZone).slice(0, 4),
    t,
  };
}

export function plotPoints(
  points: readonly SeriesPoint[],
  metric: MetricId,
  labelling: Labelling,
): PlotPoint[] {
  return points.map((point) => ({
    value: hasBegun(point, labelling) ? (point.metrics[metric] ?? null) : null,
    unfinished: point.unfinished,
  }));
}
