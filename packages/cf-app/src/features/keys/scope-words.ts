import { msg, type Phrase, type T } from '#/features/i18n/translate.ts';
import { KEY_SCOPES, type KeyScope } from './key-scopes.ts';

/** The scopes of keys as people read them. */
export const SCOPE_WORDS: Readonly<Record<KeyScope, { name: Phrase; meaning: Phrase }>> = {
  'stats:read': { name: msg('Read figures'), meaning: msg('Everything that the stats page shows.') },
  'stats:export': { name: msg('Export'), meaning: msg('Whole tables as CSV or NDJSON.') },
  'events:write': { name: msg('Send events'), meaning: msg('Visits and orders from your own server.') },
};

/** A scope in words; as it is written where nobody here knows it. */
export function scopeName(scope: string, t: T): string {
  const known = KEY_SCOPES.find((each) => each === scope);
  return known === undefined ? scope : t(SCOPE_WORDS[known].name);
}
