import type { Denial } from '../auth/person.ts';
import type { Finding } from './verify/finding.ts';
import type { FetchProblem } from './verify/fetch-page.ts';

/** What the page of a store's installation shows. */
export interface InstallView {
  readonly ok: true;
  readonly slug: string;
  /** Where the script is and events go. */
  readonly origin: string;
  /** Where the store's pages are, by its settings. */
  readonly domains: readonly string[];
  /** Time of the newest event, epoch ms; null where there never was one. */
  readonly lastEventAt: number | null;
}

export interface InstallRefusal {
  readonly ok: false;
  readonly code: 'failed' | 'too_often';
  readonly requestId: string;
}

export type Install = InstallView | InstallRefusal | Denial;

/** What a look at a page of the shop found. */
export type Verified =
  | { readonly ok: true; readonly host: string; readonly findings: readonly Finding[] }
  | { readonly ok: true; readonly problem: FetchProblem; readonly status?: number }
  | InstallRefusal
  | Denial;

/** Whether anything arrived. */
export type Arrival =
  | { readonly ok: true; readonly lastEventAt: number | null; readonly events: number }
  | InstallRefusal
  | Denial;
