import { METRICS, type MetricId } from '@layerkick/stats/metrics';
import type { T } from '#/features/i18n/translate.ts';

const NARROW_SPACE = '\u202f';
const MINUS = '\u2212';
export const UNKNOWN = '–';

/** `value` as the registry's unit asks for: money in minor units, rates as fractions, durations in seconds. */
export function formatMetric(
  metric: MetricId,
  value: number | null | undefined,
  currency: string,
  t: T,
): string {
  if (value === null || value === undefined) return UNKNOWN;
  switch (METRICS[metric].unit) {
    case 'money':
      return formatMoney(value, currency, t);
    case 'rate':
      return formatPercent(value * 100, 2, t);
    case 'ratio':
      return signed(decimals(t, 2, 2), value);
    case 'seconds':
      return formatDuration(value);
    case 'count':
      return formatCount(value, t);
  }
}

export function formatCount(value: number, t: T): string {
  return signed(decimals(t, 0, 0), value);
}

/** Minor units with all their digits: money is a fact. */
export function formatMoney(minor: number, currency: string, t: T): string {
  return signed(moneyFormat(t, currency), minor / minorUnits(currency));
}

/** `12.4` becomes `12.4 %`, held together by a narrow space. */
export function formatPercent(percent: number, digits: number, t: T): string {
  return `${signed(decimals(t, digits, digits), percent)}${NARROW_SPACE}%`;
}

/** Changes of rates are differences: percentage points. */
export function formatPoints(points: number, digits: number, t: T): string {
  return `${signed(decimals(t, digits, digits), points)}${NARROW_SPACE}${t('pp')}`;
}

/**
 * Axis labels: short, without minor units, and all in thousands where the `largest` of them is.
 * `value` is in the metric's own unit, as everywhere.
 */
export function formatAxis(metric: MetricId, value: number, largest: number, currency: string, t: T): string {
  switch (METRICS[metric].unit) {
    case 'money':
      return short(
        value / minorUnits(currency),
        largest / minorUnits(currency),
        currencyPlace(t, currency),
        t,
      );
    case 'rate':
      return `${signed(decimals(t, 0, 2), value * 100)}${NARROW_SPACE}%`;
    case 'seconds':
      return formatDuration(value);
    case 'ratio':
      return signed(decimals(t, 0, 2), value);
    case 'count':
      return short(value, largest, ['', ''], t);
  }
}

/** How many minor units make a major one: 100 for EUR, 1 for JPY. */
export function minorUnits(currency: string): number {
  return 10 ** (cached('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2);
}

/** @param place what stands before and after the figure */
function short(value: number, largest: number, [before, after]: readonly [string, string], t: T): string {
  if (value === 0) return `${before}0${after}`;
  const size = Math.abs(largest);
  const number =
    size >= 1e6
      ? t('{number}m', { number: decimals(t, 0, 1).format(Math.abs(value) / 1e6) })
      : size >= 1e5
        ? t('{number}k', { number: decimals(t, 0, 1).format(Math.abs(value) / 1e3) })
        : decimals(t, 0, 2).format(Math.abs(value));
  return `${value < 0 ? MINUS : ''}${before}${number}${after}`;
}

/** The same in every language. */
function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes === 0
    ? `${whole}${NARROW_SPACE}s`
    : `${minutes}${NARROW_SPACE}min ${whole % 60}${NARROW_SPACE}s`;
}

/** `€` before the figure, or ` €` after it. */
function currencyPlace(t: T, currency: string): readonly [string, string] {
  const parts = moneyFormat(t, currency).formatToParts(0);
  return [
    written(parts.slice(0, parts.findIndex(isFigure))),
    written(parts.slice(parts.findLastIndex(isFigure) + 1)),
  ];
}

function isFigure({ type }: Intl.NumberFormatPart): boolean {
  return type !== 'currency' && type !== 'literal';
}

function written(parts: readonly Intl.NumberFormatPart[]): string {
  return parts.map(({ value }) => value).join('');
}

function moneyFormat({ locale }: T, currency: string): Intl.NumberFormat {
  return cached(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
}

function decimals({ locale }: T, least: number, most: number): Intl.NumberFormat {
  return cached(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
}

// Making one costs more than all that a page formats with it.
const formats = new Map<string, Intl.NumberFormat>();
function cached(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, options);
    formats.set(key, format);
  }
  return format;
}

/** A true minus, which is as wide as the plus and the digits. */
function signed(format: Intl.NumberFormat, value: number): string {
  const text = format.format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text;
}
