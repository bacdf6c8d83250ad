import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { demoHistory } from '../packages/cf-app/src/features/demo/history.ts';
import { MAX_REPLAY_BATCHES, type ReplayBatch } from '../packages/cf-app/src/features/demo/replay.schema.ts';
import { DEMO_SHOPS } from '../packages/cf-app/src/features/demo/shops/demo-shops.ts';
import { ACCOUNTS } from '../packages/workos-local/src/accounts.ts';
import { callOps, type OpsTarget } from './run/ops-client.ts';
import { STATE } from './run/serve.ts';
import { type Progress, step } from './run/steps.ts';

const DAY_MS = 86_400_000;
const HISTORY_DAYS: Readonly<Record<string, number>> = { fmdf: 90, northwind: 90 };
const ACCESS: Readonly<Record<string, readonly string[]>> = {
  'merchant@fmdf.test': ['fmdf'],
  'agency@layerkick.test': ['fmdf', 'northwind'],
};

/** How far each demo store's history has been told, so that a later start continues where this one ends. */
const PROGRESS_FILE = join(STATE, 'demo.json');
const told = z.record(z.string(), z.object({ since: z.int(), until: z.int() }));
type Told = z.output<typeof told>;

/**
 * Creates the demo stores, gives the accounts their access and tells the stores' history up to now through the
 * collector's own code. Stopped half way, the next run continues; run later, it adds what has happened since.
 */
export async function seedDemo({ stopped, ...target }: OpsTarget & { stopped: AbortSignal }): Promise<void> {
  const progress = readProgress();
  if (Object.keys(progress).length === 0) await step('Creating the demo stores', () => createStores(target));
  const now = Date.now();
  for (const slug of Object.keys(HISTORY_DAYS)) {
    if (stopped.aborted) return;
    await step(`Demo history of ${slug}`, (bar) => tellHistory(slug, now, target, progress, bar, stopped));
  }
}

async function createStores(target: OpsTarget): Promise<void> {
  for (const { slug, name, currency, timeZone, host } of DEMO_SHOPS) {
    const store = { slug, name, currency, timeZone, domains: [host] };
    await callOps(target, 'POST', '/stores', store, [409]);
  }
  for (const { id, email } of ACCOUNTS) {
    const stores = ACCESS[email];
    if (stores) await callOps(target, 'PUT', `/access/${id}`, { stores });
  }
}

async function tellHistory(
  slug: string,
  now: number,
  target: OpsTarget,
  progress: Told,
  bar: Progress,
  stopped: AbortSignal,
): Promise<void> {
  const fresh = now - (HISTORY_DAYS[slug] ?? 0) * DAY_MS;
  const { since, until: from } = progress[slug] ?? { since: fresh, until: fresh };
  const tell = async (batches: readonly ReplayBatch[], until: number) => {
    if (batches.length > 0) await callOps(target, 'POST', `/stores/${slug}/replay`, { batches });
    progress[slug] = { since, until };
    saveProgress(progress);
    bar.show((until - from) / Math.max(1, now - from));
  };

  let batches: ReplayBatch[] = [];
  for (const batch of demoHistory({ store: slug, since, from, until: now })) {
    batches.push(batch);
    if (batches.length < MAX_REPLAY_BATCHES) continue;
    if (stopped.aborted) return;
    // The last millisecond may not be complete; batch ids make telling it twice harmless.
    await tell(batches, batch.received);
    batches = [];
  }
  if (!stopped.aborted) await tell(batches, now);
}

function readProgress(): Told {
  if (!existsSync(PROGRESS_FILE)) return {};
  const parsed = told.safeParse(JSON.parse(readFileSync(PROGRESS_FILE, 'utf8')));
  return parsed.success ? parsed.data : {};
}

function saveProgress(progress: Told): void {
  mkdirSync(dirname(PROGRESS_FILE), { recursive: true });
  writeFileSync(PROGRESS_FILE, JSON.stringify(progress));
}
