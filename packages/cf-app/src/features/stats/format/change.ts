import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import { formatPercent, formatPoints } from './value.ts';

/** How a figure moved, and whether that is good news: a falling return rate is. */
export interface Change {
  readonly direction: 'up' | 'down' | 'flat' | 'new';
  readonly verdict: 'better' | 'worse' | 'neutral';
  /** Without a sign: the direction says it. `12.4 %`, `0.12 pp`, `new`. */
  readonly text: string;
}

type Known = number | null | undefined;

/** Null where there is nothing to compare with. */
export function changeOf(metric: MetricId, now: Known, before: Known): Change | null {
  if (now === null || now === undefined || before === null || before === undefined) return null;
  if (before === 0 && now === 0) return null;
  if (before === 0 && METRICS[metric].unit !== 'rate') {
    return { direction: 'new', verdict: 'neutral', text: 'new' };
  }
  const text = METRICS[metric].unit === 'rate' ? points(now - before) : percent(now, before);
  // What is shown as nothing is nothing: no triangle beside 0.0 %.
  if (!/[1-9]/.test(text)) return { direction: 'flat', verdict: 'neutral', text };
  const direction = now > before ? 'up' : 'down';
  return { direction, verdict: verdictOf(metric, direction), text };
}

/** For screen readers, who do not see the triangle. */
export function changeInWords(change: Change): string {
  switch (change.direction) {
    case 'new':
      return 'new, nothing before';
    case 'flat':
      return 'unchanged';
    default:
      return `${change.direction} ${change.text}`;
  }
}

function points(difference: number): string {
  return formatPoints(Math.abs(difference * 100), 2);
}

function percent(now: number, before: number): string {
  const value = before === 0 ? 0 : Math.abs(((now - before) / before) * 100);
  return formatPercent(value, value < 1000 ? 1 : 0);
}

function verdictOf(metric: MetricId, direction: 'up' | 'down'): Change['verdict'] {
  const better = METRICS[metric].better;
  if (better === null) return 'neutral';
  return (better === 'higher') === (direction === 'up') ? 'better' : 'worse';
}
