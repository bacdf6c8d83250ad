import type { DayRange } from '@layerkick/stats/query';
import type { Annotation } from './annotations.ts';

/** Annotations that stand at one point of the chart. */
export interface Flag {
  readonly index: number;
  readonly annotations: readonly Annotation[];
}

/**
 * Where on a chart annotations stand: at the first point of their day, or at the week or month that it is in.
 *
 * @param days the first day of each point, in order
 */
export function flagsOf(
  annotations: readonly Annotation[],
  days: readonly (string | undefined)[],
  { from, to }: DayRange,
): Flag[] {
  const at = new Map<number, Annotation[]>();
  for (const annotation of annotations) {
    if (annotation.day < from || annotation.day > to) continue;
    const exact = days.indexOf(annotation.day);
    const index =
      exact === -1 ? days.findLastIndex((day) => day !== undefined && day <= annotation.day) : exact;
    if (index === -1) continue;
    at.set(index, [...(at.get(index) ?? []), annotation]);
  }
  return [...at].map(([index, some]) => ({ index, annotations: some })).toSorted((a, b) => a.index - b.index);
}
