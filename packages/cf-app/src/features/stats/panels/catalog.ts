import type { MetricId } from '@layerkick/stats/metrics';
import type { Dimension } from '@layerkick/stats/query';
import { msg, type Phrase } from '#/features/i18n/translate.ts';
import type { CardMetric, PanelId, StatsSearch } from '../view/search.schema.ts';
import { viewOf } from '../view/view.ts';

/** One way of breaking the figures down: what its rows are, its columns, and the column that ranks them. */
export interface Breakdown {
  readonly panel: PanelId;
  readonly dimension: Dimension;
  /** In the panel's usual size; the ranking one is emphasised. */
  readonly columns: readonly MetricId[];
  /** Of those, the ones that need a wide panel. */
  readonly roomy: readonly MetricId[];
  /** When enlarged there is room for more. */
  readonly allColumns: readonly MetricId[];
  readonly rank: MetricId;
}

export interface PanelTab {
  readonly label: Phrase;
  readonly search: Partial<StatsSearch>;
  readonly current: boolean;
}

export const PANEL_TITLES: Record<PanelId, Phrase> = {
  sources: msg('Sources'),
  products: msg('Products'),
  pages: msg('Pages'),
  countries: msg('Countries'),
  devices: msg('Devices'),
};

export function breakdownOf(panel: PanelId, search: StatsSearch): Breakdown {
  const rank = rankFor(viewOf(search).metric);
  switch (panel) {
    case 'sources':
      return visitsAndSales(panel, sourcesTab(search), rank);
    case 'countries':
      return visitsAndSales(panel, 'country', rank);
    case 'devices':
      return {
        panel,
        dimension: devicesTab(search),
        columns: ['sessions', 'conversion_rate', 'net_sales'],
        roomy: [rank === 'sessions' ? 'net_sales' : 'sessions'],
        allColumns: ['sessions', 'visitors', 'orders', 'conversion_rate', 'net_sales'],
        rank,
      };
    case 'products': {
      const money = search.products ?? 'net_sales';
      return {
        panel,
        dimension: 'product',
        columns: ['product_views', 'units', 'gross_sales', 'net_sales'],
        roomy: ['product_views', money === 'net_sales' ? 'gross_sales' : 'net_sales'],
        allColumns: ['product_views', 'units', 'gross_sales', 'net_sales'],
        rank: money,
      };
    }
    case 'pages':
      return search.pages === 'landing_page'
        ? {
            panel,
            dimension: 'landing_page',
            columns: ['conversion_rate', 'sessions'],
            roomy: [],
            allColumns: ['conversion_rate', 'orders', 'net_sales', 'sessions'],
            rank: 'sessions',
          }
        : {
            panel,
            dimension: 'page',
            columns: ['visitors', 'page_views'],
            roomy: [],
            allColumns: ['sessions', 'visitors', 'page_views'],
            rank: 'page_views',
          };
  }
}

export function tabsOf(panel: PanelId, search: StatsSearch): readonly PanelTab[] {
  const { dimension, rank } = breakdownOf(panel, search);
  switch (panel) {
    case 'sources':
      return [
        { label: msg('Channel'), search: { sources: 'channel' }, current: dimension === 'channel' },
        { label: msg('Source'), search: { sources: 'source' }, current: dimension === 'source' },
        { label: msg('Campaign'), search: { sources: 'campaign' }, current: dimension === 'campaign' },
      ];
    case 'products':
      return [
        { label: msg('Net sales'), search: { products: undefined }, current: rank === 'net_sales' },
        { label: msg('Gross sales'), search: { products: 'gross_sales' }, current: rank === 'gross_sales' },
      ];
    case 'pages':
      return [
        { label: msg('Top'), search: { pages: undefined }, current: dimension === 'page' },
        { label: msg('Entry'), search: { pages: 'landing_page' }, current: dimension === 'landing_page' },
      ];
    case 'countries':
      return [];
    case 'devices':
      return [
        { label: msg('Type'), search: { devices: 'device' }, current: dimension === 'device' },
        { label: msg('Browser'), search: { devices: 'browser' }, current: dimension === 'browser' },
        { label: msg('System'), search: { devices: 'system' }, current: dimension === 'system' },
      ];
  }
}

/** Panels rank by what the reader is looking at: money or visits. */
function rankFor(metric: CardMetric): 'net_sales' | 'sessions' {
  return metric === 'net_sales' || metric === 'orders' || metric === 'average_order_value'
    ? 'net_sales'
    : 'sessions';
}

function visitsAndSales(panel: PanelId, dimension: Dimension, rank: MetricId): Breakdown {
  return {
    panel,
    dimension,
    columns: ['sessions', 'orders', 'net_sales'],
    roomy: [rank === 'sessions' ? 'net_sales' : 'sessions'],
    allColumns: ['sessions', 'visitors', 'orders', 'conversion_rate', 'net_sales'],
    rank,
  };
}

// A panel whose dimension is filtered to one value opens one level down: it would be a single full bar.
function sourcesTab(search: StatsSearch): 'channel' | 'source' | 'campaign' {
  if (search.sources) return search.sources;
  if (search.source !== undefined) return 'campaign';
  return search.channel === undefined ? 'channel' : 'source';
}

function devicesTab(search: StatsSearch): 'device' | 'browser' | 'system' {
  if (search.devices) return search.devices;
  if (search.browser !== undefined) return 'system';
  return search.device === undefined ? 'device' : 'browser';
}
