import type { ImportedSpan } from '@layerkick/stats/imported-days/imported-day';
import type { Degraded, Denial } from '../auth/person.ts';

/** What a store cannot do right now. */
export interface ImportRefusal {
  readonly ok: false;
  readonly code: 'failed';
  readonly requestId: string;
}

export type Recorded =
  | { readonly ok: true; readonly accepted: number; readonly duplicates: number }
  | ImportRefusal
  | Degraded
  | Denial;

/** Whose history a store has beside its own. */
export type ImportedHistory =
  | { readonly ok: true; readonly spans: readonly ImportedSpan[] }
  | ImportRefusal
  | Denial;
export type Changed = { readonly ok: true } | ImportRefusal | Degraded | Denial;
