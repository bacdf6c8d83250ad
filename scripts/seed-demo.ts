import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { demoHistory } from '../packages/cf-app/src/features/demo/history.ts';
import { MAX_REPLAY_BATCHES, type ReplayBatch } from '../packages/cf-app/src/features/demo/replay.schema.ts';
import { DEMO_SHOPS } from '../packages/cf-app/src/features/demo/shops/demo-shops.ts';
import { ACCOUNTS, ORGANIZATIONS } from '../packages/workos-local/src/accounts.ts';
import { callOps, type OpsTarget } from './run/ops-client.ts';
import { STATE } from './run/serve.ts';
import { step } from './run/steps.ts';

const DAY_MS = 86_400_000;
const WITH_HISTORY = ['fmdf', 'northwind'];
const ACCESS: Readonly<Record<string, readonly string[]>> = {
  'merchant@fmdf.test': ['fmdf'],
  'agency@layerkick.test': ['fmdf', 'northwind'],
};

/** How far each demo store's history has been told, so that a later start continues where this one ends. */
const told = z.record(z.string(), z.object({ since: z.int(), until: z.int() }));
type Told = z.output<typeof told>;

export interface SeedOptions {
  readonly stopped?: AbortSignal;
  /** How far back a history begins that has not begun yet. */
  readonly days?: number;
  readonly progressFile?: string;
}

/**
 * Creates the demo stores, gives the accounts their access and tells the stores' history up to now through the
 * collector's own code. Stopped half way, the next run continues; run later, it adds what has happened since.
 */
export async function seedDemo(target: OpsTarget, options: SeedOptions = {}): Promise<void> {
  const { stopped, days = 90, progressFile = join(STATE, 'demo.json') } = options;
  const progress = readProgress(progressFile);
  if (Object.keys(progress).length === 0) await step('Creating the demo stores', () => createStores(target));
  const now = Date.now();
  for (const slug of WITH_HISTORY) {
    const { since, until: from } = progress[slug] ?? {
      since: now - days * DAY_MS,
      until: now - days * DAY_MS,
    };
    await step(`Demo history of ${slug}`, async (bar) => {
      for (const { batches, until } of stretches(
        demoHistory({ store: slug, since, from, until: now }),
        now,
      )) {
        if (stopped?.aborted) return;
        if (batches.length > 0) await callOps(target, 'POST', `/stores/${slug}/replay`, { batches });
        progress[slug] = { since, until };
        mkdirSync(dirname(progressFile), { recursive: true });
        writeFileSync(progressFile, JSON.stringify(progress));
        bar.show((until - from) / Math.max(1, now - from));
      }
    });
  }
}

async function createStores(target: OpsTarget): Promise<void> {
  for (const { slug, name, currency, timeZone, host } of DEMO_SHOPS) {
    const store = { slug, name, currency, timeZone, domains: [host] };
    await callOps(target, 'POST', '/stores', store, [409]);
  }
  for (const { id, email } of ACCOUNTS) {
    const stores = ACCESS[email];
    if (!stores) continue;
    await callOps(target, 'PUT', `/access/${id}`, { stores });
    const organization = ORGANIZATIONS.find(({ members }) => members[id] === 'owner');
    if (organization) await callOps(target, 'PUT', `/organizations/${organization.id}`, { stores });
  }
}

/** As many batches as one call takes; what is told again after a stop has its old batch ids and changes nothing. */
function* stretches(history: Iterable<ReplayBatch>, end: number) {
  let batches: ReplayBatch[] = [];
  for (const batch of history) {
    batches.push(batch);
    if (batches.length < MAX_REPLAY_BATCHES) continue;
    yield { batches, until: batch.received };
    batches = [];
  }
  yield { batches, until: end };
}

function readProgress(file: string): Told {
  if (!existsSync(file)) return {};
  const parsed = told.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  return parsed.success ? parsed.data : {};
}
