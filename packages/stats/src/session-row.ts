import type { SqlScalar } from './database.ts';
import type { Visit } from './visit.ts';

/** A row of `session`. */
export interface SessionRow extends Record<string, SqlScalar> {
  id: number;
  visitor: string;
  day: string;
  hour_at: number;
  first_at: number;
  first_key: string;
  last_at: number;
  last_key: string;
  page_views: number;
  interactions: number;
  bot: string;
  channel: string;
  source: string;
  medium: string;
  campaign: string;
  term: string;
  content: string;
  landing_page: string;
  exit_page: string;
  country: string;
  region: string;
  city: string;
  device: string;
  browser: string;
  system: string;
}

export const SESSION_COLUMNS = [
  'id',
  'visitor',
  'day',
  'hour_at',
  'first_at',
  'first_key',
  'last_at',
  'last_key',
  'page_views',
  'interactions',
  'bot',
  'channel',
  'source',
  'medium',
  'campaign',
  'term',
  'content',
  'landing_page',
  'exit_page',
  'country',
  'region',
  'city',
  'device',
  'browser',
  'system',
] as const;

/** The values of `SESSION_COLUMNS`. */
export function sessionRow(id: number, { first, last, pageViews, interactions }: Visit): SqlScalar[] {
  const { attribution, place, client } = first;
  return [
    id,
    first.visitor,
    first.day,
    first.hourAt,
    first.at,
    first.key,
    last.at,
    last.key,
    pageViews,
    interactions,
    first.bot,
    attribution.channel,
    attribution.source,
    attribution.medium,
    attribution.campaign,
    attribution.term,
    attribution.content,
    first.page,
    last.page,
    place.country,
    place.region,
    place.city,
    client.device,
    client.browser,
    client.system,
  ];
}

export function visitOfRow(row: SessionRow): Visit {
  return {
    first: {
      at: row.first_at,
      key: row.first_key,
      page: row.landing_page,
      visitor: row.visitor,
      day: row.day,
      hourAt: row.hour_at,
      attribution: {
        channel: row.channel,
        source: row.source,
        medium: row.medium,
        campaign: row.campaign,
        term: row.term,
        content: row.content,
      },
      place: { country: row.country, region: row.region, city: row.city },
      client: { device: row.device, browser: row.browser, system: row.system },
      bot: row.bot,
    },
    last: { at: row.last_at, key: row.last_key, page: row.exit_page },
    pageViews: row.page_views,
    interactions: row.interactions,
  };
}
