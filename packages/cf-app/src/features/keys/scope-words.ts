import { KEY_SCOPES, type KeyScope } from './key-scopes.ts';

/** The scopes of keys as people read them. */
export const SCOPE_WORDS: Readonly<Record<KeyScope, { name: string; meaning: string }>> = {
  'stats:read': { name: 'Read figures', meaning: 'Everything that the stats page shows.' },
  'stats:export': { name: 'Export', meaning: 'Whole tables as CSV or NDJSON.' },
  'events:write': { name: 'Send events', meaning: 'Visits and orders from your own server.' },
};

/** A scope in words; as it is written where nobody here knows it. */
export function scopeName(scope: string): string {
  const known = KEY_SCOPES.find((each) => each === scope);
  return known === undefined ? scope : SCOPE_WORDS[known].name;
}
