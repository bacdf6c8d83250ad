import type { Degraded, Denial } from '#/features/auth/person.ts';

/** What happened on a day of a store, for all who see it. */
export interface Annotation {
  readonly id: string;
  /** The store's, `YYYY-MM-DD`. */
  readonly day: string;
  readonly text: string;
  /** Whether whoever asks may change it: their own, and all of them for whoever manages the store. */
  readonly mine: boolean;
}

export type Annotations = { readonly ok: true; readonly annotations: readonly Annotation[] } | Denial;
export type AnnotationSaved =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'too_many' | 'not_yours'; readonly requestId: string }
  | Degraded
  | Denial;
