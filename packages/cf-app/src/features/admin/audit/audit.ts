import type { Page } from '../table/page-of.ts';

/** One change, as the page and the file show it. */
export interface AuditRow {
  readonly id: number;
  /** Epoch ms. */
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly target: string;
  /** JSON; null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
  readonly requestId: string;
  readonly via: string | null;
  readonly address: string | null;
}

export interface AuditPage extends Page<AuditRow> {
  readonly ok: true;
}

/** What actions are about: what comes before the dot. Each can be asked for by itself. */
export const AREAS = {
  access: 'Access of people',
  organization: 'Organizations',
  store: 'Stores',
  session: 'Sessions',
  key: 'API keys',
  source: 'Shop platforms',
} as const;

export const VIA_WORDS: Readonly<Record<string, string>> = {
  console: 'Console',
  settings: 'Settings',
  api: 'HTTP API',
  command: 'Command line',
};
