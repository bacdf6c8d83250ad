import type { VisibleStore } from '#/features/auth/person.ts';

/** A store's card: its last 30 days, money in minor units of its currency. */
export interface StoreSummary {
  readonly store: VisibleStore;
  /** Null where the store did not answer. */
  readonly figures: {
    /** Nothing has ever come in. */
    readonly empty: boolean;
    readonly netSales: number | null;
    readonly netSalesBefore: number | null;
    readonly orders: number | null;
    readonly sessions: number | null;
    /** Net sales of finished days, oldest first. */
    readonly days: readonly (number | null)[];
  } | null;
}

export type SummariesResult =
  | {
      readonly ok: true;
      readonly find: string;
      /** Stores that may be seen. */
      readonly all: number;
      /** Those that `find` fits; `summaries` may stop before. */
      readonly found: number;
      readonly summaries: readonly StoreSummary[];
      readonly requestId: string;
    }
  | {
      readonly ok: false;
      readonly code: 'signed_out' | 'forbidden' | 'unavailable';
      readonly requestId: string;
    };
