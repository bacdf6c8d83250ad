import type { FunnelQuery } from '@layerkick/stats/funnel';
import type { StatsQuery } from '@layerkick/stats/query';
import { selectionOf } from '../view/queries.ts';
import { PANEL_IDS, type PanelId, type StatsSearch } from '../view/search.schema.ts';
import { breakdownOf } from './catalog.ts';

const PANEL_ROWS = 7;
/** More than there are. */
const COUNTRIES = 300;
/** Monday to Sunday. */
export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

type PanelQuestionId = PanelId | 'map' | `weekday_${(typeof WEEKDAYS)[number]}`;

const IN_SIGHT = ['sources', 'products', ...WEEKDAYS.map((day) => `weekday_${day}` as const)] as const;
const BELOW = ['countries', 'map', 'pages', 'devices', 'customers'] as const;

/** What the panels in sight ask in one call, but for what is no breakdown. */
export function questionsInSight(search: StatsSearch): Questions<(typeof IN_SIGHT)[number]> {
  return only(IN_SIGHT, panelQuestions(search));
}

/** What all other panels ask in one call, but for what is no breakdown. */
export function questionsBelow(search: StatsSearch): Questions<(typeof BELOW)[number]> {
  return only(BELOW, panelQuestions(search));
}

type Questions<Id extends PanelQuestionId> = Readonly<Record<Id, StatsQuery>>;

function only<Id extends PanelQuestionId>(
  ids: readonly Id[],
  questions: Questions<PanelQuestionId>,
): Questions<Id> {
  return Object.fromEntries(ids.map((id) => [id, questions[id]])) as Record<Id, StatsQuery>;
}

/** What all panels ask, but for what is no breakdown. */
export function panelQuestions(search: StatsSearch): Readonly<Record<PanelQuestionId, StatsQuery>> {
  const selection = selectionOf(search);
  const lists = PANEL_IDS.map((panel) => {
    const { dimension, columns, rank } = breakdownOf(panel, search);
    const query: StatsQuery = {
      ...selection,
      dimensions: [dimension],
      metrics: [...columns],
      orderBy: { metric: rank, direction: 'desc' },
      limit: PANEL_ROWS,
    };
    return [panel, query] as const;
  });
  const { compare: _, ...alone } = selection;
  const map: StatsQuery = {
    ...alone,
    dimensions: ['country'],
    metrics: [breakdownOf('countries', search).rank],
    limit: COUNTRIES,
  };
  const weekdays = WEEKDAYS.map((weekday) => {
    const query: StatsQuery = {
      ...alone,
      filters: [...(selection.filters ?? []), { dimension: 'weekday', op: 'is', values: [weekday] }],
      dimensions: ['hour'],
      metrics: [heatmapMetric(search)],
      limit: 24,
    };
    return [`weekday_${weekday}`, query] as const;
  });
  return Object.fromEntries([...lists, ['map', map], ...weekdays]) as Record<PanelQuestionId, StatsQuery>;
}

export function heatmapMetric(search: StatsSearch): 'orders' | 'sessions' {
  return search.hours ?? 'orders';
}

/** Events that lead from a visit to an order, one after another. */
export const FUNNEL_EVENTS = ['view_item', 'add_to_cart', 'begin_checkout', 'purchase'] as const;

export function funnelQuestion(search: StatsSearch): FunnelQuery {
  return {
    ...selectionOf(search),
    steps: FUNNEL_EVENTS.map((event) => ({ dimension: 'event', values: [event] })),
  };
}
