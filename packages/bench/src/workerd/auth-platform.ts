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
const REVOKED = statement(null);
const STANDS = statement(STANDING);

function statement(found: string | null) {
  const bound = {
    bind: () => bound,
    first: async () => found,
    all: async () => ({ results: STORES.map((slug) => ({ slug })) }),
  };
  return bound;
}

/** Kept by text, so that finding the answer takes nothing. */
const statements = new Map<string, typeof STANDS>();

function prepare(sql: string): typeof STANDS {
  const known = statements.get(sql);
  if (known !== undefined) return known;
  const made = sql.includes('AS standing') ? STANDS : REVOKED;
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
