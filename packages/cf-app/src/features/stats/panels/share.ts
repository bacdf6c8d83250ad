import type { MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';

/** How far each row's bar reaches, per cent of the largest row; nothing for what is below zero or not known. */
export function barWidths(rows: StatsAnswer['rows'], rank: MetricId): number[] {
  const values = rows.map((row) => Math.max(0, row.metrics[rank] ?? 0));
  const most = Math.max(0, ...values);
  return values.map((value) => (most === 0 ? 0 : Math.round((value / most) * 1000) / 10));
}

export interface Slice {
  /** Per cent of all. */
  readonly share: number;
  /** 1–6, or `other`. */
  readonly category: string;
}

const CATEGORIES = 6;

/** The category colour of the n-th row; there are six, the rest is "other". */
export function categoryOf(index: number): string {
  return index < CATEGORIES ? String(index + 1) : 'other';
}

/** The parts of a whole, in the rows' order; what follows the sixth is one slice. */
export function slicesOf({ rows, others }: Pick<StatsAnswer, 'rows' | 'others'>, rank: MetricId): Slice[] {
  const values = rows.map((row) => Math.max(0, row.metrics[rank] ?? 0));
  const rest = values
    .slice(CATEGORIES)
    .reduce((sum, value) => sum + value, Math.max(0, others?.metrics[rank] ?? 0));
  const all = values.slice(0, CATEGORIES).reduce((sum, value) => sum + value, rest);
  if (all === 0) return [];
  const named = values.slice(0, CATEGORIES).map((value, index) => ({ value, category: categoryOf(index) }));
  return [...named, { value: rest, category: 'other' }]
    .filter(({ value }) => value > 0)
    .map(({ value, category }) => ({ share: (value / all) * 100, category }));
}
