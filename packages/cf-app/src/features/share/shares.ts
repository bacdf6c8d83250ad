import type { Degraded, Denial } from '#/features/auth/person.ts';
import type { ShareFilter } from './share.schema.ts';

/** A link as whoever manages the store sees it. */
export interface ShareRow {
  readonly id: string;
  readonly name: string;
  readonly hasPassword: boolean;
  readonly filters: readonly ShareFilter[];
  readonly embedHosts: readonly string[];
  /** Epoch ms. */
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

/** `url` leads to the page, in this answer and nowhere else. */
export type Made =
  | { readonly ok: true; readonly url: string; readonly token: string }
  | { readonly ok: false; readonly code: 'too_many'; readonly requestId: string }
  | Degraded
  | Denial;
export type Ended = { readonly ok: true } | Denial;
