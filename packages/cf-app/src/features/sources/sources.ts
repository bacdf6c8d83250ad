import type { Denial, SignInAgain } from '../auth/person.ts';
import type { Platform } from './platform-name.ts';

/** What Settings → Sources shows of a store. */
export interface SourcesView {
  readonly ok: true;
  readonly slug: string;
  readonly sources: readonly SourceView[];
  /** The newest first. */
  readonly deliveries: readonly DeliveryView[];
  /** Nothing may be changed right now. */
  readonly degraded: boolean;
}

export interface SourceView {
  readonly platform: Platform;
  /** Where the platform delivers to. */
  readonly url: string;
  /** Epoch ms; null where it is not connected. */
  readonly connectedAt: number | null;
}

export interface DeliveryView {
  readonly id: number;
  readonly platform: Platform;
  readonly topic: string;
  /** Epoch ms. */
  readonly receivedAt: number;
  readonly outcome: 'stored' | 'counted' | 'ignored' | 'failed';
  /** Why it was left out or cannot be read. */
  readonly reason: string | null;
}

export interface SourcesRefusal {
  readonly ok: false;
  readonly code: 'not_allowed' | 'degraded' | 'failed';
  readonly requestId: string;
}

export type Sources = SourcesView | SourcesRefusal | Denial;
/** `secret`: the one that was made, in this answer and nowhere else; null where the person brought it. */
export type Connected =
  | { readonly ok: true; readonly secret: string | null }
  | SourcesRefusal
  | SignInAgain
  | Denial;
export type Disconnected = { readonly ok: true } | SourcesRefusal | Denial;
export type Tried =
  | { readonly ok: true; readonly counted: number; readonly ignored: number; readonly failed: number }
  | SourcesRefusal
  | Denial;
