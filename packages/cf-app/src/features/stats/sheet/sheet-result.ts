import type { StatsSearch } from '../view/search.schema.ts';

/** What lies over the page. */
export type SheetResult =
  | { readonly ok: true; readonly search: StatsSearch; readonly html: string }
  | {
      readonly ok: false;
      readonly code: 'signed_out' | 'forbidden' | 'unavailable';
      readonly requestId: string;
    };
