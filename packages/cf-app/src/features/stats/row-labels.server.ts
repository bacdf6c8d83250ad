import type { StatsAnswer, StatsRow } from '@layerkick/stats/query';

const USUAL_LOCALE = 'en-GB';
const regions = new Map<string, Intl.DisplayNames>();

/**
 * Names countries for their codes. Done on the server alone, since a browser's names may differ
 * ("Türkiye", "Turkey") and both have to print the same page.
 */
export function withLabels(answer: StatsAnswer, locale = USUAL_LOCALE): StatsAnswer {
  if (answer.query.dimensions[0] !== 'country') return answer;
  return { ...answer, rows: answer.rows.map((row) => named(row, locale)) };
}

function named(row: StatsRow, locale: string): StatsRow {
  const label = row.label ?? countryName(row.dimensions[0] ?? '', locale);
  return label === undefined ? row : { ...row, label };
}

/** Undefined where the shop's own word stands instead of a code. */
export function countryName(code: string, locale = USUAL_LOCALE): string | undefined {
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  let names = regions.get(locale);
  if (!names) {
    names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    regions.set(locale, names);
  }
  return names.of(code);
}
