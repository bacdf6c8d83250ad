import { workosDirectory } from '@layerkick/auth/workos/directory';
import { workosConnection } from '#/features/auth/session-provider.server.ts';
import { readConfiguration } from '#/env.server.ts';
import { compareWithWorkOS, type Comparison } from './compare.server.ts';
import { type Reconciliation, reconcileEvents } from './reconcile.server.ts';

const FIVE_MINUTES_MS = 5 * 60 * 1000;
/** Longer than WorkOS could still deliver or list the same event. */
const KEPT_MS = 40 * 24 * 60 * 60 * 1000;

/** Every five minutes: what no webhook brought. @param now epoch ms */
export async function syncEvents(env: Env, now: number): Promise<void> {
  if (Math.floor(now / 60_000) % (FIVE_MINUTES_MS / 60_000) === 0) await syncEventsNow(env, now);
}

/** Nothing where somebody else than WorkOS keeps the accounts. @param now epoch ms */
export async function syncEventsNow(env: Env, now: number): Promise<Reconciliation | null> {
  const directory = directoryOf(env);
  return directory && reconcileEvents(env.DB, directory, now);
}

/** Every night: everything. @param now epoch ms */
export async function compareNightly(env: Env, now: number): Promise<void> {
  await compareNow(env, now);
  await env.DB.prepare(`DELETE FROM webhook_event WHERE state = 'done' AND received_at < ?`)
    .bind(now - KEPT_MS)
    .run();
}

/** @param now epoch ms */
export async function compareNow(env: Env, now: number): Promise<Comparison | null> {
  const directory = directoryOf(env);
  return directory && compareWithWorkOS(env.DB, directory, now);
}

function directoryOf(env: Env) {
  const configuration = readConfiguration(env);
  return configuration.AUTH_PROVIDER === 'workos'
    ? workosDirectory(workosConnection(env, configuration))
    : null;
}
