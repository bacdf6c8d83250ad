import type { ChangeExplained } from '@layerkick/stats/change/explain-change';

/** The outcome of asking why; null where nothing is compared. */
export type Explained =
  | { readonly ok: true; readonly explained: ChangeExplained | null }
  | { readonly ok: false };
