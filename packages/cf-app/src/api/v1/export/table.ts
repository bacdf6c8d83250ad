import type { ParsedStatsQuery, StatsAnswer, StatsRow } from '@layerkick/stats/query';

/** The most that a `StatsQuery` answers at once. */
export const ROWS_AT_A_TIME = 1000;
/** As far as its `offset` goes. */
export const MOST_ROWS = 1_000_000;

/** One row of a table, by column. */
export type TableRecord = Readonly<Record<string, string | number | null>>;

/** A dimension and its label, or the interval, and then the metrics. */
export function columnsOf({ dimensions, interval, metrics }: ParsedStatsQuery): readonly string[] {
  const [dimension] = dimensions;
  if (dimension !== undefined) return [dimension, 'label', ...metrics];
  return interval === undefined ? metrics : ['day', 'at', ...metrics];
}

/**
 * All rows of a question's answer.
 *
 * @param first the answer from row 0
 * @param ask for the answer from a later row
 */
export async function* recordsOf(
  question: ParsedStatsQuery,
  first: StatsAnswer,
  ask: (offset: number) => Promise<StatsAnswer>,
): AsyncGenerator<TableRecord> {
  const { metrics } = question;
  const [dimension] = question.dimensions;
  if (dimension === undefined) {
    if (first.series === null) yield metricsOf(first.totals, metrics);
    for (const { day, at, metrics: figures } of first.series ?? []) {
      yield { day, at: new Date(at).toISOString(), ...metricsOf(figures, metrics) };
    }
    return;
  }
  let page: readonly StatsRow[] = first.rows;
  for (let offset = 0; ;) {
    for (const row of page) {
      const [value = ''] = row.dimensions;
      yield { [dimension]: value, label: row.label ?? null, ...metricsOf(row.metrics, metrics) };
    }
    offset += page.length;
    if (page.length < ROWS_AT_A_TIME || offset >= first.rowCount) return;
    ({ rows: page } = await ask(offset));
  }
}

function metricsOf(figures: StatsAnswer['totals'], metrics: ParsedStatsQuery['metrics']): TableRecord {
  return Object.fromEntries(metrics.map((metric) => [metric, figures[metric] ?? null]));
}
