import type { VisibleStore } from '#/features/auth/person.ts';
import type { SheetResult } from '#/features/stats/sheet/sheet-result.ts';
import type { Names } from '#/features/stats/filters/filter-name.ts';
import type { ShareFilter } from './share.schema.ts';

/** Why a shared page is not shown. Never made, over and revoked are the same `unknown`. */
export interface ShareRefusal {
  readonly ok: false;
  readonly code: 'unknown' | 'locked' | 'unavailable';
  readonly requestId: string;
}

/** What a link leads to. */
export interface SharedStore {
  readonly ok: true;
  readonly store: VisibleStore;
  /** Conditions that hold for everything on the page. */
  readonly locked: readonly ShareFilter[];
  /** How their values are called. */
  readonly names: Names;
}

/** One breakdown inside of another site's page. */
export type EmbeddedPart = SheetResult;

export type Unlocking =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'wrong_password' | 'limited' | 'unknown' | 'unavailable' };
