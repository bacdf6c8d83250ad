import type { Degraded, Denial } from '#/features/auth/person.ts';

/** What a store wants its visitors to do: see a page, or anything that is told as an event. */
export interface Goal {
  readonly id: string;
  readonly name: string;
  readonly dimension: 'page' | 'event';
  readonly op: 'is' | 'contains' | 'prefix';
  readonly value: string;
}

/** How often it was reached in the page's days. */
export interface GoalFigures {
  readonly goal: Goal;
  /** Sessions in which it was, at least once. */
  readonly conversions: number;
  /** Of all sessions; null where there are none. */
  readonly rate: number | null;
  readonly before: { readonly conversions: number; readonly rate: number | null } | null;
}

export type GoalSaved =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'too_many'; readonly requestId: string }
  | Degraded
  | Denial;
