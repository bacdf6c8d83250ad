import type { StatsQuery } from '@layerkick/stats/query';
import { breakdownOf } from '../panels/catalog.ts';
import { CARD_METRICS, PANEL_IDS, type PanelId, type StatsSearch } from './search.schema.ts';
import { questionFilters } from './filters.ts';
import { viewOf } from './view.ts';

export type QuestionId = 'overview' | PanelId;
export type Questions = Readonly<Record<QuestionId, StatsQuery>>;

const PANEL_ROWS = 7;
const ENLARGED_ROWS = 100;

export type StatsSelection = Pick<StatsQuery, 'range' | 'compare' | 'filters' | 'bots'>;

/** Which days and which visits and orders the page is about. */
export function selectionOf(search: StatsSearch): StatsSelection {
  const { period, compare, bots, filters } = viewOf(search);
  return {
    range: period,
    ...(compare === null ? {} : { compare }),
    filters: questionFilters(filters),
    ...(bots ? { bots } : {}),
  };
}

/** Everything that the page asks the store, in one go. */
export function questionsOf(search: StatsSearch): Questions {
  const view = viewOf(search);
  const common = selectionOf(search);
  const panels = Object.fromEntries(
    PANEL_IDS.map((panel) => {
      const { dimension, columns, allColumns, rank } = breakdownOf(panel, search);
      const enlarged = view.enlarged === panel;
      const query: StatsQuery = {
        ...common,
        dimensions: [dimension],
        metrics: [...(enlarged ? allColumns : columns)],
        orderBy: { metric: rank, direction: 'desc' },
        limit: enlarged ? ENLARGED_ROWS : PANEL_ROWS,
      };
      return [panel, query];
    }),
  ) as Record<PanelId, StatsQuery>;
  return {
    // The parts of net sales come along, since each figure shows how it is made.
    overview: {
      ...common,
      metrics: [...CARD_METRICS, 'gross_sales', 'discounts', 'returns', 'adjustments'],
      interval: view.interval,
    },
    ...panels,
  };
}

/** Two views with the same key have the same answer. */
export function questionsKey(search: StatsSearch): string {
  return JSON.stringify(questionsOf(search));
}
