import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import type { T } from '#/features/i18n/translate.ts';
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
export function changeOf(metric: MetricId, now: Known, before: Known, t: T): Change | null {
  if (now === null || now === undefined || before === null || before === undefined) return null;
  if (before === 0 && now === 0) return null;
  if (before === 0 && METRICS[metric].unit !== 'rate') {
    return { direction: 'new', verdict: 'neutral', text: t('new') };
  }
  const text = METRICS[metric].unit === 'rate' ? points(now - before, t) : percent(now, before, t);
  // What is shown as nothing is nothing: no triangle beside 0.0 %.
  if (!/[1-9]/.test(text)) return { direction: 'flat', verdict: 'neutral', text };
  const direction = now > before ? 'up' : 'down';
  return { direction, verdict: verdictOf(metric, direction), text };
}

/** For screen readers, who do not see the triangle. */
export function changeInWords(change: Change, t: T): string {
  switch (change.direction) {
    case 'new':
      return t('new, nothing before');
    case 'flat':
      return t('unchanged');
    case 'up':
      return t('up {amount}', { amount: change.text });
    case 'down':
      return t('down {amount}', { amount: change.text });
  }
}

function points(difference: number, t: T): string {
  return formatPoints(Math.abs(difference * 100), 2, t);
}

function percent(now: number, before: number, t: T): string {
  const value = before === 0 ? 0 : Math.abs(((now - before) / before) * 100);
  return formatPercent(value, value < 1000 ? 1 : 0, t);
}

function verdictOf(metric: MetricId, direction: 'up' | 'down'): Change['verdict'] {
  const better = METRICS[metric].better;
  if (better === null) return 'neutral';
  return (better === 'higher') === (direction === 'up') ? 'better' : 'worse';
}
