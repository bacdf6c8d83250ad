import type { MetricId } from '@layerkick/stats/metrics';
import type { Dimension } from '@layerkick/stats/query';
import { msg, type Phrase } from '#/features/i18n/translate.ts';
import type { PanelId, StatsSearch } from '../view/search.schema.ts';
import { rankFor } from '../view/rank.ts';
import { viewOf } from '../view/view.ts';

/** One way of breaking the figures down: what its rows are, its columns, and the column that ranks them. */
export interface Breakdown {
  readonly panel: PanelId;
  readonly dimension: Dimension;
  /** In the panel; the ranking one is emphasised. */
  readonly columns: readonly MetricId[];
  /** Of those, the ones that need a wide panel. */
  readonly roomy: readonly MetricId[];
  /** Where all rows are shown there is room for more. */
  readonly allColumns: readonly MetricId[];
  readonly rank: MetricId;
}

export interface PanelTab {
  readonly label: Phrase;
  readonly search: Partial<StatsSearch>;
  readonly current: boolean;
}

export const PANEL_TITLES: Readonly<Record<PanelId, Phrase>> = {
  sources: msg('Sources'),
  products: msg('Products'),
  pages: msg('Pages'),
  countries: msg('Countries'),
  devices: msg('Devices'),
  customers: msg('Customers'),
};

export function breakdownOf(panel: PanelId, search: StatsSearch): Breakdown {
  const rank = rankFor(viewOf(search).metric);
  switch (panel) {
    case 'sources':
      return visitsAndSales(panel, sourcesTab(search), rank);
    case 'countries':
      return visitsAndSales(panel, placesTab(search), rank);
    case 'devices':
      return {
        panel,
        dimension: devicesTab(search),
        columns: ['sessions', 'conversion_rate', 'net_sales'],
        roomy: [rank === 'sessions' ? 'net_sales' : 'sessions'],
        allColumns: ['sessions', 'visitors', 'bounce_rate', 'orders', 'conversion_rate', 'net_sales'],
        rank,
      };
    case 'products':
      return {
        panel,
        dimension: search.products ?? 'product',
        columns: ['product_views', 'add_to_carts', 'orders', 'view_to_order_rate', 'net_sales'],
        roomy: ['product_views', 'add_to_carts', 'view_to_order_rate'],
        allColumns: [
          'product_views',
          'add_to_carts',
          'orders',
          'view_to_order_rate',
          'units',
          'gross_sales',
          'returns',
          'net_sales',
        ],
        rank: 'net_sales',
      };
    case 'pages':
      return pagesBy(search.pages ?? 'page');
    case 'customers':
      return {
        panel,
        dimension: 'customer',
        columns: ['orders', 'average_order_value', 'net_sales'],
        roomy: ['average_order_value'],
        allColumns: ['orders', 'units', 'average_order_value', 'returns', 'net_sales'],
        rank: 'net_sales',
      };
  }
}

type Tabs = readonly { readonly label: Phrase; readonly dimension: Dimension }[];

const TABS: Readonly<Record<PanelId, Tabs>> = {
  sources: [
    { label: msg('Channel'), dimension: 'channel' },
    { label: msg('Source'), dimension: 'source' },
    { label: msg('Medium'), dimension: 'medium' },
    { label: msg('Campaign'), dimension: 'campaign' },
    { label: msg('Term'), dimension: 'term' },
    { label: msg('Content'), dimension: 'content' },
  ],
  products: [
    { label: msg('Product'), dimension: 'product' },
    { label: msg('Collection'), dimension: 'collection' },
  ],
  pages: [
    { label: msg('Top'), dimension: 'page' },
    { label: msg('Entry'), dimension: 'landing_page' },
    { label: msg('Exit'), dimension: 'exit_page' },
  ],
  countries: [
    { label: msg('Country'), dimension: 'country' },
    { label: msg('Region'), dimension: 'region' },
    { label: msg('City'), dimension: 'city' },
  ],
  devices: [
    { label: msg('Type'), dimension: 'device' },
    { label: msg('Browser'), dimension: 'browser' },
    { label: msg('System'), dimension: 'system' },
  ],
  customers: [],
};

export function tabsOf(panel: PanelId, search: StatsSearch): readonly PanelTab[] {
  const { dimension: current } = breakdownOf(panel, search);
  return TABS[panel].map(({ label, dimension }) => ({
    label,
    search: { [panel]: dimension },
    current: dimension === current,
  }));
}

function visitsAndSales(panel: PanelId, dimension: Dimension, rank: MetricId): Breakdown {
  return {
    panel,
    dimension,
    columns: ['sessions', 'orders', 'conversion_rate', 'net_sales'],
    roomy: [rank === 'sessions' ? 'net_sales' : 'sessions', 'conversion_rate'],
    allColumns: [
      'sessions',
      'visitors',
      'bounce_rate',
      'orders',
      'conversion_rate',
      'average_order_value',
      'net_sales',
    ],
    rank,
  };
}

function pagesBy(dimension: 'page' | 'landing_page' | 'exit_page'): Breakdown {
  const panel = 'pages';
  switch (dimension) {
    case 'page':
      return {
        panel,
        dimension,
        columns: ['visitors', 'page_views'],
        roomy: [],
        allColumns: ['sessions', 'visitors', 'page_views'],
        rank: 'page_views',
      };
    case 'landing_page':
      return {
        panel,
        dimension,
        columns: ['conversion_rate', 'sessions'],
        roomy: [],
        allColumns: ['bounce_rate', 'conversion_rate', 'orders', 'net_sales', 'sessions'],
        rank: 'sessions',
      };
    case 'exit_page':
      return {
        panel,
        dimension,
        columns: ['bounce_rate', 'sessions'],
        roomy: [],
        allColumns: ['visitors', 'bounce_rate', 'orders', 'sessions'],
        rank: 'sessions',
      };
  }
}

// A panel whose dimension is filtered to one value opens one level down: it would be a single full bar.
function sourcesTab(search: StatsSearch): NonNullable<StatsSearch['sources']> {
  if (search.sources) return search.sources;
  if (isOne(search.source)) return 'campaign';
  return isOne(search.channel) ? 'source' : 'channel';
}

function placesTab(search: StatsSearch): NonNullable<StatsSearch['countries']> {
  if (search.countries) return search.countries;
  if (isOne(search.region)) return 'city';
  return isOne(search.country) ? 'region' : 'country';
}

function devicesTab(search: StatsSearch): NonNullable<StatsSearch['devices']> {
  if (search.devices) return search.devices;
  if (isOne(search.browser)) return 'system';
  return isOne(search.device) ? 'browser' : 'device';
}

function isOne(values: string | readonly string[] | undefined): boolean {
  return typeof values === 'string' || values?.length === 1;
}
