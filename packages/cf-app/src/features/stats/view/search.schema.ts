import { countDays, FIRST_DAY, LAST_DAY } from '@layerkick/stats/calendar';
import type { Dimension, Interval } from '@layerkick/stats/query';
import { catch as orElse, z } from 'zod/mini';

/**
 * The whole state of the stats page, as it is in the URL:
 * `/stats/fmdf?period=7d&metric=orders&channel=Email&show=products`.
 *
 * Singular names are filters ("channel is Email"), plural ones choose a panel's tab. Whatever is not
 * understood is left out and the page shows its default: a URL is typed, shortened and mangled by mail programs.
 */
export const PERIODS = ['today', '7d', '30d', '90d'] as const;
export type NamedPeriod = (typeof PERIODS)[number];

export const CARD_METRICS = [
  'net_sales',
  'orders',
  'conversion_rate',
  'average_order_value',
  'sessions',
  'visitors',
] as const;
export type CardMetric = (typeof CARD_METRICS)[number];

export const PANEL_IDS = ['sources', 'products', 'pages', 'countries', 'devices'] as const;
export type PanelId = (typeof PANEL_IDS)[number];

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
const filter = orElse(z.optional(filterValue), undefined);

const filters = {
  channel: filter,
  source: filter,
  medium: filter,
  campaign: filter,
  term: filter,
  content: filter,
  landing_page: filter,
  exit_page: filter,
  page: filter,
  event: filter,
  product: filter,
  collection: filter,
  country: filter,
  region: filter,
  city: filter,
  device: filter,
  browser: filter,
  system: filter,
  hour: filter,
  weekday: filter,
  customer: filter,
} satisfies Record<Dimension, typeof filter>;
export const FILTERS = Object.keys(filters) as Dimension[];

const search = z.object({
  period: orElse(z.optional(z.enum(PERIODS)), undefined),
  from: orElse(z.optional(day), undefined),
  to: orElse(z.optional(day), undefined),
  compare: orElse(z.optional(z.literal('none')), undefined),
  metric: orElse(z.optional(z.enum(CARD_METRICS)), undefined),
  interval: orElse(z.optional(z.enum(INTERVALS)), undefined),
  sources: orElse(z.optional(z.enum(['channel', 'source', 'campaign'])), undefined),
  products: orElse(z.optional(z.enum(['net_sales', 'gross_sales'])), undefined),
  pages: orElse(z.optional(z.enum(['page', 'landing_page'])), undefined),
  devices: orElse(z.optional(z.enum(['device', 'browser', 'system'])), undefined),
  show: orElse(z.optional(z.enum(PANEL_IDS)), undefined),
  ...filters,
});
export type StatsSearch = z.output<typeof search>;

/**
 * Never throws. What is left out is there as `undefined`: the router would go on with the raw value
 * of a parameter that is not mentioned.
 */
export function parseSearch(raw: Record<string, unknown>): StatsSearch {
  const { from, to, ...rest } = search.parse(raw);
  const sound = from && to && from <= to && countDays(from, to) <= LONGEST_RANGE_DAYS;
  return sound ? { ...rest, from, to, period: undefined } : { ...rest, from: undefined, to: undefined };
}
