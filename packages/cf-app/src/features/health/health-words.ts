import { msg, type Phrase } from '#/features/i18n/translate.ts';
import type { Health, PartHealth, PartName } from './health.ts';

export const STATUS_WORDS: Readonly<Record<Health['status'], Phrase>> = {
  ok: msg('Everything answers.'),
  degraded: msg('Something does not answer. Most things work.'),
  down: msg('The database does not answer: nobody is let in, and no events are taken.'),
};

export const STATE_WORDS: Readonly<Record<PartHealth['state'], Phrase>> = {
  up: msg('Answers'),
  down: msg('Does not answer'),
  unknown: msg('Not looked at yet'),
};

export const PART_WORDS: Readonly<Record<PartName, { readonly name: string; readonly neededFor: Phrase }>> = {
  workos: { name: 'WorkOS', neededFor: msg('Signing in, renewing sessions, API keys') },
  d1: { name: 'D1', neededFor: msg('Stores, ended sessions, the audit log: everything') },
  kv: { name: 'KV', neededFor: msg('Who sees which store') },
  r2: { name: 'R2', neededFor: msg('The archive. Nothing is lost meanwhile; it is written later') },
};

/** Names of what the scheduled check watches. */
export const TARGET_WORDS: Readonly<Record<'workos-api' | 'workos-keys', Phrase>> = {
  'workos-api': msg('WorkOS'),
  'workos-keys': msg('WorkOS (signing keys)'),
};
