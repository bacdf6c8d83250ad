import type { Health, PartHealth, PartName } from './health.ts';

export const STATUS_WORDS: Readonly<Record<Health['status'], string>> = {
  ok: 'Everything answers.',
  degraded: 'Something does not answer. Most things work.',
  down: 'The database does not answer: nobody is let in, and no events are taken.',
};

export const STATE_WORDS: Readonly<Record<PartHealth['state'], string>> = {
  up: 'Answers',
  down: 'Does not answer',
  unknown: 'Not looked at yet',
};

export const PART_WORDS: Readonly<Record<PartName, { readonly name: string; readonly neededFor: string }>> = {
  workos: { name: 'WorkOS', neededFor: 'Signing in, renewing sessions, API keys' },
  d1: { name: 'D1', neededFor: 'Stores, ended sessions, the audit log: everything' },
  kv: { name: 'KV', neededFor: 'Who sees which store' },
  r2: { name: 'R2', neededFor: 'The archive. Nothing is lost meanwhile; it is written later' },
};

export function targetWords(target: 'workos-api' | 'workos-keys'): string {
  return target === 'workos-api' ? 'WorkOS' : 'WorkOS (signing keys)';
}
