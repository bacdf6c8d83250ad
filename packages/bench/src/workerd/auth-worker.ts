import { withEnv } from 'cloudflare:workers';
import { OPERATIONS } from '@layerkick/client/operations';
import { Hono } from 'hono';
import { answerOperation } from '../../../cf-app/src/api/v1/answer-operation.ts';
import { describeAccount } from '../../../cf-app/src/api/v1/handlers/account.ts';
import { authenticateRequest } from '../../../cf-app/src/features/auth/authenticate-request.server.ts';
import { answerRequest } from '../../../cf-app/src/lib/answer-request.server.ts';
import { STORES, VARIABLES, workosInMemory } from '../auth/environment.ts';

/** Nobody's session was ended, no key revoked; the organization has two stores. */
const statement = {
  bind: () => statement,
  first: async () => null,
  all: async () => ({ results: STORES.map((slug) => ({ slug })) }),
};
const unlimited = { limit: async () => ({ success: true }) };

/** The product's bindings, as far as they are asked for, answering at once: what is measured is ours, not storage. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const PLATFORM = {
  ...VARIABLES,
  ADMIN_USER_IDS: '',
  DB: { prepare: () => statement },
  LAYERKICK_KV: {
    get: async (key: string) => (key.startsWith('user-store:') ? JSON.stringify(STORES) : null),
    put: async () => undefined,
  },
  API_LIMIT: unlimited,
  API_COSTLY_LIMIT: unlimited,
} as unknown as Env;

globalThis.fetch = workosInMemory;
// A line per request is made, as in production, and thrown away.
console.log = () => undefined;

const parts = { authenticate: authenticateRequest, clock: Date.now };
const api = new Hono<{ Bindings: Env }>();
api.get('/api/v1/me', (c) => answerOperation(c, OPERATIONS.showAccount, describeAccount, parts));

/** One operation of the product's HTTP API, with all that comes before an operation. */
export default {
  async fetch(request, _env, ctx) {
    const answer = () => api.fetch(request, PLATFORM, ctx);
    const answered = withEnv(PLATFORM, () => answerRequest(request, ctx, answer));
    // Typed as anything: it returns what the function returns.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return answered as Promise<Response>;
  },
} satisfies ExportedHandler;
