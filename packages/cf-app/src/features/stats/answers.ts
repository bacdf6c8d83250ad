import type { StatsAnswer } from '@layerkick/stats/query';
import type { QuestionId } from './view/queries.ts';
import type { Explained } from './why/explained.ts';
import type { StatsSearch } from './view/search.schema.ts';

/** One question's outcome; what failed leaves the others standing. */
export type Answered = { readonly ok: true; readonly answer: StatsAnswer } | { readonly ok: false };

export type Answers = Readonly<Record<QuestionId, Answered>>;

/** Everything the stats page shows for one state of its URL. */
export interface StatsReport {
  readonly ok: true;
  /** The state that was asked for: the page may have moved on while the answer was under way. */
  readonly search: StatsSearch;
  readonly answers: Answers;
  readonly why: Explained;
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
