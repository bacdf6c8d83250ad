import type { MetricId } from '@layerkick/stats/metrics';
import type { StatsAnswer } from '@layerkick/stats/query';
import type { StatsSearch } from './view/search.schema.ts';

/** One question's outcome; what failed leaves the others standing. */
export type Answered = { readonly ok: true; readonly answer: StatsAnswer } | { readonly ok: false };

/** Everything the stats page shows for one state of its URL. */
export interface StatsReport {
  readonly ok: true;
  /** The state that was asked for: the page may have moved on while the answer was under way. */
  readonly search: StatsSearch;
  /** Which figures are on the cards, in order. */
  readonly cards: readonly MetricId[];
  readonly overview: Answered;
  /** Why net sales changed, as HTML; empty where nothing is compared. It comes after the cards. Never rejects on the server. */
  readonly why: Promise<string>;
  /** How values are called that are filtered by an id or a code. */
  readonly names: Readonly<Record<string, string>>;
  /** The panels that are in sight of a large window, as HTML; they come after the cards. Never rejects on the server. */
  readonly panels: Promise<string>;
  /** All other panels and the foot of the page, as HTML; they come last. Never rejects on the server. */
  readonly below: Promise<string>;
  /** Origin that shops load the script from. */
  readonly scriptOrigin: string;
  readonly requestId: string;
}

export type StatsResult =
  | StatsReport
  | {
      readonly ok: false;
      readonly code: 'signed_out' | 'forbidden' | 'unavailable';
      readonly requestId: string;
    };
