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
