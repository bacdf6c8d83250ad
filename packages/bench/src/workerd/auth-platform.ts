import { STORES, VARIABLES } from '../auth/environment.ts';

/**
 * D1, answering at once: nobody's session was ended and no key revoked, the person is an analyst of the organization, which has
 * two stores.
 */
const STANDING = JSON.stringify({
  ended: 0,
  gone: 0,
  operator: 0,
  membership: { active: 1, role: 'analyst' },
  shutOut: 0,
  requiresSso: 0,
  stores: STORES,
  visiting: null,
});
const KEY_STANDING = JSON.stringify({ revoked: 0, stores: STORES });

function answerTo(sql: string): string {
  if (sql.includes('AS standing')) return STANDING;
  return sql.includes('AS key_standing') ? KEY_STANDING : JSON.stringify(STORES);
}

function statement(found: string) {
  const bound = {
    bind: () => bound,
    first: async () => found,
  };
  return bound;
}

/** Kept by text, so that finding the answer takes nothing. */
const statements = new Map<string, ReturnType<typeof statement>>();

function prepare(sql: string): ReturnType<typeof statement> {
  const known = statements.get(sql);
  if (known !== undefined) return known;
  const made = statement(answerTo(sql));
  statements.set(sql, made);
  return made;
}

const MAPPED = JSON.stringify(STORES);
const unlimited = { limit: async () => ({ success: true }) };

/** The product's bindings, as far as they are asked for, answering at once: what is measured is ours, not storage. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const env = {
  ...VARIABLES,
  ADMIN_USER_IDS: '',
  DB: { prepare },
  LAYERKICK_KV: {
    get: async (key: string) => (key.startsWith('user-store:') ? MAPPED : null),
    put: async () => undefined,
  },
  API_LIMIT: unlimited,
  API_COSTLY_LIMIT: unlimited,
  REFUSED_KEY_LIMIT: unlimited,
} as unknown as Env;
