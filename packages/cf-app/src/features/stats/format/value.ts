import { METRICS, type MetricId } from '@layerkick/stats/metrics';

// Server and browser have to print the same, whatever the reader's own settings are.
const LOCALE = 'en-GB';
const NARROW_SPACE = '\u202f';
const MINUS = '\u2212';
export const UNKNOWN = '–';

const counts = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const ratios = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `value` as the registry's unit asks for: money in minor units, rates as fractions, durations in seconds. */
export function formatMetric(metric: MetricId, value: number | null | undefined, currency: string): string {
  if (value === null || value === undefined) return UNKNOWN;
  switch (METRICS[metric].unit) {
    case 'money':
      return formatMoney(value, currency);
    case 'rate':
      return formatPercent(value * 100, 2);
    case 'ratio':
      return signed(ratios, value);
    case 'seconds':
      return formatDuration(value);
    case 'count':
      return formatCount(value);
  }
}

export function formatCount(value: number): string {
  return signed(counts, value);
}

/** Minor units with all their digits: money is a fact. */
export function formatMoney(minor: number, currency: string): string {
  return signed(moneyFormat(currency), minor / minorUnits(currency));
}

/** `12.4` becomes `12.4 %`, held together by a narrow space. */
export function formatPercent(percent: number, digits: number): string {
  return `${signed(decimals(digits), percent)}${NARROW_SPACE}%`;
}

/** Changes of rates are differences: percentage points. */
export function formatPoints(points: number, digits: number): string {
  return `${signed(decimals(digits), points)}${NARROW_SPACE}pp`;
}

/**
 * Axis labels: short, without minor units, and all in thousands where the `largest` of them is.
 * `value` is in the metric's own unit, as everywhere.
 */
export function formatAxis(metric: MetricId, value: number, largest: number, currency: string): string {
  switch (METRICS[metric].unit) {
    case 'money':
      return short(value / minorUnits(currency), largest / minorUnits(currency), currencySymbol(currency));
    case 'rate':
      return `${signed(upToTwo, value * 100)}${NARROW_SPACE}%`;
    case 'seconds':
      return formatDuration(value);
    case 'ratio':
      return signed(upToTwo, value);
    case 'count':
      return short(value, largest, '');
  }
}

/** How many minor units make a major one: 100 for EUR, 1 for JPY. */
export function minorUnits(currency: string): number {
  return 10 ** (moneyFormat(currency).resolvedOptions().maximumFractionDigits ?? 2);
}

const upToTwo = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });
const upToOne = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });

function short(value: number, largest: number, prefix: string): string {
  if (value === 0) return `${prefix}0`;
  const size = Math.abs(largest);
  const [divided, suffix] = size >= 1e6 ? [value / 1e6, 'm'] : size >= 1e5 ? [value / 1e3, 'k'] : [value, ''];
  const digits = suffix === '' ? upToTwo : upToOne;
  return `${value < 0 ? MINUS : ''}${prefix}${digits.format(Math.abs(divided))}${suffix}`;
}

function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes === 0
    ? `${whole}${NARROW_SPACE}s`
    : `${minutes}${NARROW_SPACE}min ${whole % 60}${NARROW_SPACE}s`;
}

function currencySymbol(currency: string): string {
  return (
    moneyFormat(currency)
      .formatToParts(0)
      .find((part) => part.type === 'currency')?.value ?? currency
  );
}

const moneyFormats = new Map<string, Intl.NumberFormat>();
function moneyFormat(currency: string): Intl.NumberFormat {
  let format = moneyFormats.get(currency);
  if (!format) {
    format = new Intl.NumberFormat(LOCALE, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    moneyFormats.set(currency, format);
  }
  return format;
}

function decimals(digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A true minus, which is as wide as the plus and the digits. */
function signed(format: Intl.NumberFormat, value: number): string {
  const text = format.format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text;
}
