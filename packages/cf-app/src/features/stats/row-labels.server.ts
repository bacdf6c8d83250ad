import type { StatsAnswer, StatsRow } from '@layerkick/stats/query';

const regions = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'none' });

/**
 * Names countries for their codes. Done on the server alone, since a browser's names may differ
 * ("Türkiye", "Turkey") and both have to print the same page.
 */
export function withLabels(answer: StatsAnswer): StatsAnswer {
  if (answer.query.dimensions[0] !== 'country') return answer;
  return { ...answer, rows: answer.rows.map(named) };
}

function named(row: StatsRow): StatsRow {
  const label = row.label ?? countryName(row.dimensions[0] ?? '');
  return label === undefined ? row : { ...row, label };
}

/** Undefined where the shop's own word stands instead of a code. */
export function countryName(code: string): string | undefined {
  return /^[A-Z]{2}$/.test(code) ? regions.of(code) : undefined;
}
