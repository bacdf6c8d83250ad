import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import type { OrganizationSeed } from './accounts.ts';
import { createApp } from './app.ts';
import { Calls } from './calls.ts';
import { controlRoutes } from './control.ts';
import { Faults } from './faults.ts';
import { interference } from './interference.ts';
import { DEFAULT_SETTINGS, settingsSchema, type Settings, type SettingsChange } from './settings.ts';
import { StateFile } from './state-file.ts';
import { createWorld } from './world.ts';

export interface WorkosLocalOptions extends Partial<Settings> {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly host?: '127.0.0.1' | '::1' | 'localhost';
  /** Epoch ms; for tests that let time pass. */
  readonly now?: () => number;
  /** Who belongs together from the start; nobody where left out. */
  readonly organizations?: readonly OrganizationSeed[];
  /** Where sessions and API keys survive a restart; left out, they end with the server. */
  readonly stateFile?: string;
}

export interface WorkosLocal {
  /** e.g. `http://127.0.0.1:4100` */
  readonly url: string;
  readonly port: number;
  readonly faults: Faults;
  readonly calls: Calls;
  /** Until the webhooks about everything that happened so far were delivered, or missed. */
  webhooksDelivered(): Promise<void>;
  /** Changes the configured addresses or the life of access tokens from now on. */
  configure(change: SettingsChange): void;
  /** Back to how it started: the accounts, no sessions, no faults, no calls, the settings of the start. */
  reset(): void;
  close(): Promise<void>;
}

type FetchCallback = Parameters<typeof createAdaptorServer>[0]['fetch'];
const notYet: FetchCallback = () => new Response(null, { status: 503 });

export class PortInUseError extends Error {
  readonly code = 'port_in_use';
}

/**
 * A WorkOS on this machine, for development and tests, that the SDK talks to unmodified. Listens on loopback only.
 *
 * @throws {PortInUseError} @throws {z.ZodError} for settings that make no sense
 */
export async function startWorkosLocal(options: WorkosLocalOptions = {}): Promise<WorkosLocal> {
  const { port = 0, host = '127.0.0.1', now = Date.now, stateFile, organizations = [], ...chosen } = options;
  if (!['127.0.0.1', '::1', 'localhost'].includes(host))
    throw new TypeError(`${host} is not a loopback address`);
  const settings = settingsSchema.parse({ ...DEFAULT_SETTINGS, ...chosen });

  // What the emulator hands out contains its own address, which is known once the port is.
  let handle: FetchCallback = notYet;
  const server = createAdaptorServer({
    fetch: (request, env) => handle(request, env),
    // Whatever runs in the same process keeps its own `Request` and `Response`.
    overrideGlobalObjects: false,
  });
  const bound = await listen(server, port, host);
  const url = `http://${host === '::1' ? '[::1]' : host}:${bound}`;

  const faults = new Faults();
  const calls = new Calls();
  const state = stateFile === undefined ? null : new StateFile(stateFile);
  const newWorld = () => createWorld(url, settings, now, organizations);
  let world = newWorld();
  let workos = createApp(world);
  const kept = state?.load();
  if (kept) {
    world.sessions.restore(kept);
    world.apiKeys.restore(kept.apiKeys);
  }
  const save = () => state?.save({ ...world.sessions.snapshot(), apiKeys: world.apiKeys.snapshot() });

  const configure = (change: SettingsChange) => {
    Object.assign(world.settings, settingsSchema.parse({ ...world.settings, ...change }));
  };
  const reset = () => {
    world = newWorld();
    workos = createApp(world);
    faults.clear();
    calls.clear();
    save();
  };

  const front = new Hono<{ Bindings: HttpBindings }>();
  front.route('/', controlRoutes({ calls, faults, configure, reset }));
  front.use('*', interference(calls, faults));
  front.all('*', async (context) => {
    const answer = await workos.fetch(context.req.raw, context.env);
    save();
    return answer;
  });
  handle = front.fetch;

  return {
    url,
    port: bound,
    faults,
    calls,
    configure,
    webhooksDelivered: () => world.webhooks.delivered(),
    reset,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

async function listen(server: ServerType, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const inUse = cause.code === 'EADDRINUSE';
      reject(inUse ? new PortInUseError(`Port ${port} is in use.`, { cause }) : cause);
    });
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}
