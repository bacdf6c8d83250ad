/** What a key can be let do, as it is offered. What each one gives is decided in `packages/auth`. */
export const KEY_SCOPES = ['stats:read', 'stats:export', 'events:write'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];
