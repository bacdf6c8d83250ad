import { msg, type Phrase } from '#/features/i18n/translate.ts';
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
  access: msg('Access of people'),
  organization: msg('Organizations'),
  membership: msg('Memberships'),
  invitation: msg('Invitations'),
  store: msg('Stores'),
  session: msg('Sessions'),
  key: msg('API keys'),
  source: msg('Shop platforms'),
} as const;

export const VIA_WORDS: Readonly<Record<string, Phrase>> = {
  console: msg('Console'),
  settings: msg('Settings'),
  api: msg('HTTP API'),
  command: msg('Command line'),
};
