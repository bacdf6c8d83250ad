import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OrganizationSeed } from '@layerkick/workos-local/accounts';
import { startWorkosLocal, type WorkosLocal } from '@layerkick/workos-local/server';
import { createTestHarness } from 'wrangler';
import { z } from 'zod';
import { startOpenidProvider } from './identity/openid-provider.ts';
import { SECOND, secondIsolateOf } from './second-isolate.ts';
import type { IdentityService } from './identity/service.ts';
import { workosIdentity } from './identity/workos.ts';
import { postToWorkOS } from './workos-api.ts';

const BUILT = resolve(import.meta.dirname, '../../cf-app/dist/localhost/server/wrangler.json');

export interface BuiltWorkerOptions {
  /** As which browsers reach it, a name that ends in `.localhost`; `localhost` where left out. */
  readonly host?: string;
  /** Who keeps the accounts from the start on; the local WorkOS where left out. */
  readonly provider?: 'workos' | 'oidc';
  /** Beside those of `wrangler.jsonc`, as a deployment would set them. */
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Life of access tokens in seconds; WorkOS's five minutes where left out. */
  readonly accessTokenSeconds?: number;
  /** A second Worker from the same build with the same storage and objects, as another isolate elsewhere is. */
  readonly secondIsolate?: true;
  /** Types of events that the local WorkOS delivers to the Worker as they happen; none where left out. */
  readonly webhooks?: readonly string[];
  /** Who belongs together at WorkOS from the start; nobody where left out. */
  readonly organizations?: readonly OrganizationSeed[];
}

/** What tests put in and look at from behind. */
export type BuiltWorkerStorage = Pick<Env, 'LAYERKICK_KV' | 'DB' | 'STORE_STATS'>;

export interface BuiltWorker {
  /** `http://localhost:<free port>` */
  readonly origin: string;
  /** The same by the host that browsers reach it as. */
  readonly address: string;
  readonly workos: WorkosLocal;
  /** Whoever keeps the accounts: that WorkOS, or a provider of OpenID Connect. */
  readonly identity: IdentityService;
  readonly storage: BuiltWorkerStorage;
  /** What sessions are sealed with, unless a redeployment says otherwise. */
  readonly cookiePassword: string;
  /** What opens `/api/ops`. */
  readonly opsToken: string;
  /** Asks the second isolate; there has to be one. */
  askSecondIsolate(path: string, headers: Readonly<Record<string, string>>): Promise<Response>;
  /** Everything the Worker has logged, a string per line. */
  logs(): string[];
  /** The same storage and port with other settings: a deployment. */
  redeploy(options: BuiltWorkerOptions): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts what `vite build --mode localhost` left behind, in workerd, on a free port of this machine, with a local
 * WorkOS of its own and empty storage that vanishes with it. Builds nothing.
 */
export async function startBuiltWorker(options: BuiltWorkerOptions = {}): Promise<BuiltWorker> {
  if (!existsSync(BUILT))
    throw new Error('Nothing is built: run `vite build --mode localhost` in packages/cf-app');

  const { accessTokenSeconds, organizations = [], provider = 'workos', host = 'localhost' } = options;
  const workos = await startWorkosLocal({
    organizations,
    ...(accessTokenSeconds === undefined ? {} : { accessTokenSeconds }),
  });
  const secrets = {
    WORKOS_COOKIE_PASSWORD: randomBytes(32).toString('hex'),
    OPS_TOKEN: randomBytes(32).toString('hex'),
  };
  let webhookSecret: Readonly<Record<string, string>> = {};
  let identity = workosIdentity(workos);
  const configPaths = options.secondIsolate ? [BUILT, await secondIsolateOf(BUILT)] : [BUILT];
  const workers = (address: string, { vars = {}, secrets: chosen = {} }: BuiltWorkerOptions) => ({
    workers: configPaths.map((configPath) => ({
      configPath,
      vars: {
        APP_ORIGIN: address,
        WORKOS_API_URL: workos.url,
        WORKOS_AUTHKIT_DOMAIN: workos.url,
        ADMIN_USER_IDS: 'user_01LKADMIN',
        ...identity.settings.vars,
        ...vars,
      },
      secrets: { ...secrets, ...webhookSecret, ...identity.settings.secrets, ...chosen },
    })),
  });

  const harness = createTestHarness(workers('http://localhost', options));
  // The Worker has to know its own address, which is known once it listens.
  const { port } = (await harness.listen()).url;
  const [origin, address] = [`http://localhost:${port}`, `http://${host}:${port}`];
  if (provider === 'oidc') identity = await startOpenidProvider(origin);
  if (options.webhooks !== undefined)
    webhookSecret = { WORKOS_WEBHOOK_SECRET: await deliverTo(origin, options.webhooks, workos) };
  await harness.update(workers(address, options));
  workos.configure({
    redirectUris: [`${address}/auth/workos/callback`],
    logoutUris: [`${address}/auth/workos/logout`],
  });
  const worker = harness.getWorker<BuiltWorkerStorage>();
  await worker.applyD1Migrations('DB');

  return {
    origin,
    address,
    workos,
    identity,
    storage: await worker.getEnv(),
    cookiePassword: secrets.WORKOS_COOKIE_PASSWORD,
    opsToken: secrets.OPS_TOKEN,
    async askSecondIsolate(path, headers) {
      const answer = await harness
        .getWorker(SECOND)
        .fetch(`${origin}${path}`, { headers: { ...headers }, redirect: 'manual' });
      return new Response(null, { status: answer.status, headers: [...answer.headers] });
    },
    logs: () => harness.getLogs().map(({ message }) => message),
    redeploy: (changed) => harness.update(workers(address, changed)),
    async close() {
      await harness.close();
      await identity.close();
      await workos.close();
    },
  };
}

const endpoint = z.object({ secret: z.string() });

/** What the deliveries are signed with. */
async function deliverTo(origin: string, events: readonly string[], workos: WorkosLocal): Promise<string> {
  const asked = { endpoint_url: `${origin}/api/webhooks/workos`, events };
  return endpoint.parse(await postToWorkOS({ workos }, '/webhook_endpoints', asked)).secret;
}
