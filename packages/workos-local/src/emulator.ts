/**
 * The parts of the npm package `workos` (its emulator) that we build on, and the only file that reaches into it. Its
 * `exports` offer only a finished server that listens on every interface, limits itself to 1000 requests a minute and
 * signs with a new key each time; the parts below are the record store and the REST routes without that server. The
 * relative path goes around `exports`; the exact version is pinned in package.json.
 */
import { Hono } from 'hono';
import {
  createApiErrorHandler,
  JWTManager,
  requestIdMiddleware,
  Store,
  type WorkOSAppEnv,
} from '../node_modules/workos/dist/emulate/core/index.js';
import { getWorkOSStore, workosPlugin } from '../node_modules/workos/dist/emulate/workos/index.js';

export { generateId } from '../node_modules/workos/dist/emulate/core/index.js';
export {
  formatEvent,
  formatMembership,
  formatUser,
} from '../node_modules/workos/dist/emulate/workos/helpers.js';

/** Users, organizations, memberships, sessions and so on, as the emulator keeps them (in memory). */
export type Records = ReturnType<typeof getWorkOSStore>;
export type UserRecord = NonNullable<ReturnType<Records['users']['get']>>;

// The emulator wants a signer for routes that we do not serve; making its RSA key is slow, so there is one.
let unusedSigner: JWTManager | undefined;

/** An empty WorkOS: its records, and its REST routes over them, which do not ask for the API key. */
export function createEmulator(baseUrl: string): { records: Records; rest: Hono<WorkOSAppEnv> } {
  const store = new Store();
  const rest = new Hono<WorkOSAppEnv>();
  rest.onError(createApiErrorHandler());
  rest.use('*', requestIdMiddleware());
  unusedSigner ??= new JWTManager();
  workosPlugin.register({ app: rest, store, jwt: unusedSigner, baseUrl });
  return { records: getWorkOSStore(store), rest };
}
