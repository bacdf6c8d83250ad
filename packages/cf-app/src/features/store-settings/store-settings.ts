import type { Degraded, Denial } from '#/features/auth/person.ts';
import type { Annotation } from '#/features/annotations/annotations.ts';
import type { Goal } from '#/features/goals/goals.ts';
import type { ShareRow } from '#/features/share/shares.ts';
import type { Names } from '#/features/stats/filters/filter-name.ts';
import type { Store } from '#/features/stores/store.schema.ts';

/** Everything that whoever manages a store sees and changes of it. */
export interface StoreSettingsView {
  readonly ok: true;
  readonly store: Store;
  /** How much of a rebuild is done, 0 to 1; null where there is none, or nobody answers. */
  readonly rebuilding: number | null;
  readonly goals: readonly Goal[];
  readonly annotations: readonly Annotation[];
  readonly shares: readonly ShareRow[];
  /** How the values are called that links are narrowed to. */
  readonly shareNames: Names;
  readonly members: Members;
}

/** Who sees a store, and why. */
export interface Members {
  readonly people: readonly Member[];
  /** There are more than are looked at here. */
  readonly more: boolean;
}

export interface Member {
  readonly id: string;
  /** Null where only the id is known. */
  readonly email: string | null;
  readonly name: string | null;
  readonly reasons: readonly MemberReason[];
}

export type MemberReason =
  /** Given the store by an operator. */
  | { readonly by: 'mapping' }
  | { readonly by: 'organization'; readonly organization: string; readonly role: string | null };

export type StoreSettings = StoreSettingsView | Denial;
/** 0 to 1; null where there is none (any more). */
export type RebuildProgress = { readonly ok: true; readonly rebuilding: number | null } | Denial;
export type StoreSaved =
  | { readonly ok: true; readonly slug: string }
  | {
      readonly ok: false;
      readonly code: 'fields_wrong';
      readonly fields: readonly string[];
      readonly requestId: string;
    }
  | { readonly ok: false; readonly code: 'unreachable'; readonly requestId: string }
  | Degraded
  | Denial;
