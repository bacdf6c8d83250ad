import { countDays, FIRST_DAY, LAST_DAY } from '@layerkick/stats/calendar';
import { type Dimension, DIMENSIONS } from '@layerkick/stats/dimensions';
import { METRIC_IDS, type MetricId } from '@layerkick/stats/metrics';
import type { Interval, Period } from '@layerkick/stats/query';
import { catch as orElse, z } from 'zod/mini';

/**
 * The whole state of the stats page, as it is in the URL:
 * `/stats/fmdf?period=7d&metric=orders&channel=Email&show=products`.
 *
 * Singular names are filters ("channel is Email"; `channel_not`, `page_has`, `page_begins`), plural ones choose a panel's tab. `show` and
 * `explain` open a sheet over the page, with all rows of a panel or with what a figure is made of; `row`, `find`,
 * `by`, `up` and `place` are the sheet's own.
 * Whatever is not understood is left out and the page shows its default: a URL is typed, shortened and mangled
 * by mail programs.
 */
export const PERIODS = [
  'today',
  'yesterday',
  '7d',
  '28d',
  '30d',
  '90d',
  'month',
  'last_month',
  'quarter',
  'year',
  'all',
] as const satisfies readonly Period[];
export type NamedPeriod = (typeof PERIODS)[number];

export const COMPARISONS = ['weekdays', 'year', 'none'] as const;

/** What stands on the cards until somebody chooses others. */
export const USUAL_CARDS = [
  'net_sales',
  'orders',
  'conversion_rate',
  'average_order_value',
  'sessions',
  'visitors',
] as const satisfies readonly MetricId[];

/** Panels that rank the values of a dimension. */
export const PANEL_IDS = ['sources', 'products', 'pages', 'countries', 'devices', 'customers'] as const;
export type PanelId = (typeof PANEL_IDS)[number];

/** What can be shown whole, over the page. */
export const SHEETS = [...PANEL_IDS, 'orders', 'bookings', 'why', 'cards'] as const;

export const INTERVALS = ['hour', 'day', 'week', 'month'] as const satisfies readonly Interval[];

const LONGEST_RANGE_DAYS = 5 * 366;

const day = z
  .string()
  .check(
    z.refine(
      (value) =>
        /^\d{4}-\d\d-\d\d$/.test(value) &&
        value >= FIRST_DAY &&
        value <= LAST_DAY &&
        new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true,
    ),
  );

/** The router reads `007` as a number; a campaign may well be called that. */
const filterValue = z.pipe(
  z.union([z.string(), z.number(), z.boolean()]),
  z.transform((value) => String(value).slice(0, 500)),
);
const MOST_VALUES = 50;
const filter = orElse(
  z.optional(z.union([filterValue, z.array(filterValue).check(z.minLength(1), z.maxLength(MOST_VALUES))])),
  undefined,
);

/** What comes after a dimension's name says how it is compared. */
export const FILTER_SUFFIXES = ['', '_not', '_has', '_begins'] as const;
export type FilterKey = `${Dimension}${(typeof FILTER_SUFFIXES)[number]}`;
export const FILTER_KEYS = DIMENSIONS.flatMap((dimension) =>
  FILTER_SUFFIXES.map((suffix): FilterKey => `${dimension}${suffix}`),
);
const filters = Object.fromEntries(FILTER_KEYS.map((key) => [key, filter])) as Record<
  FilterKey,
  typeof filter
>;

const search = z.object({
  period: orElse(z.optional(z.enum(PERIODS)), undefined),
  from: orElse(z.optional(day), undefined),
  to: orElse(z.optional(day), undefined),
  compare: orElse(z.optional(z.enum(COMPARISONS)), undefined),
  compare_from: orElse(z.optional(day), undefined),
  compare_to: orElse(z.optional(day), undefined),
  bots: orElse(z.optional(z.literal(true)), undefined),
  metric: orElse(z.optional(z.enum(METRIC_IDS)), undefined),
  interval: orElse(z.optional(z.enum(INTERVALS)), undefined),
  chart: orElse(z.optional(z.literal('table')), undefined),
  sources: orElse(
    z.optional(z.enum(['channel', 'source', 'medium', 'campaign', 'term', 'content'])),
    undefined,
  ),
  products: orElse(z.optional(z.enum(['product', 'collection'])), undefined),
  pages: orElse(z.optional(z.enum(['page', 'landing_page', 'exit_page'])), undefined),
  countries: orElse(z.optional(z.enum(['country', 'region', 'city'])), undefined),
  devices: orElse(z.optional(z.enum(['device', 'browser', 'system'])), undefined),
  hours: orElse(z.optional(z.literal('sessions')), undefined),
  show: orElse(z.optional(z.enum(SHEETS)), undefined),
  explain: orElse(z.optional(z.enum(METRIC_IDS)), undefined),
  row: orElse(z.optional(filterValue), undefined),
  find: orElse(z.optional(filterValue), undefined),
  by: orElse(z.optional(z.enum(METRIC_IDS)), undefined),
  up: orElse(z.optional(z.literal(true)), undefined),
  place: orElse(z.optional(z.number().check(z.int(), z.minimum(0), z.maximum(1_000_000))), undefined),
  ...filters,
});
export type StatsSearch = z.output<typeof search>;

/**
 * Never throws. What is left out is there as `undefined`: the router would go on with the raw value
 * of a parameter that is not mentioned.
 */
export function parseSearch(raw: Record<string, unknown>): StatsSearch {
  const { from, to, compare_from, compare_to, ...rest } = search.parse(raw);
  const range = isRange(from, to) ? { from, to, period: undefined } : { from: undefined, to: undefined };
  const compared = isRange(compare_from, compare_to)
    ? { compare_from, compare_to, compare: undefined }
    : { compare_from: undefined, compare_to: undefined };
  return { ...rest, ...range, ...compared };
}

/** The state without a sheet over it. */
export function withoutSheet(state: StatsSearch): StatsSearch {
  return { ...state, ...NO_SHEET };
}

const NO_SHEET = {
  show: undefined,
  explain: undefined,
  row: undefined,
  find: undefined,
  by: undefined,
  up: undefined,
  place: undefined,
} as const;

function isRange(from: string | undefined, to: string | undefined): boolean {
  return from !== undefined && to !== undefined && from <= to && countDays(from, to) <= LONGEST_RANGE_DAYS;
}
