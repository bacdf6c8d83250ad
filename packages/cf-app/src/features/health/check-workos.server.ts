import {
  checkTarget,
  type HealthCheckParts,
  type Target,
  TARGETS,
  workosQuestions,
} from '@layerkick/auth/resilience/health-check';
import { watch, type Watched } from '@layerkick/auth/resilience/watch';
import { readConfiguration } from '#/env.server.ts';
import { log } from '#/lib/log.server.ts';
import { workosVerdict } from '#/lib/workos-fetch.server.ts';
import { alertText } from './alert-text.ts';
import { channelsOf, deliver } from './channels.server.ts';
import { readWatched, recordUntold, recordWatched } from './watch-records.server.ts';

/** Well under a minute, when the next check comes. */
const TIMEOUT_MS = 20_000;

/** Looks whether WorkOS answers, lets every isolate know, and tells people when it matters. @param now epoch ms */
export async function checkWorkOSHealth(env: Env, now: number): Promise<void> {
  // Where another provider keeps the accounts, nobody waits for WorkOS.
  if (readConfiguration(env).AUTH_PROVIDER !== 'workos') return;
  const known = await remembered(env);
  await Promise.all(TARGETS.map((target) => checkOne(target, known?.get(target) ?? null, env, now)));
}

async function checkOne(target: Target, before: Watched | null, env: Env, now: number): Promise<void> {
  const { after, alert } = watch(before, await checkTarget(target, checkParts(env)), now);
  if (after.state === 'down') log.warn('workos_unreachable', { target, reason: after.reason });
  // First, since it is what everybody's sign-in waits for; and with D1 down it is all that can be done.
  if (target === 'workos-api') await announce(env, after);

  const isOurs = await recordWatched(env.DB, target, before, after);
  if (!isOurs || alert === null) return;
  const reached = await deliver(alertText(target, alert), channelsOf(env));
  if (!reached) await recordUntold(env.DB, target, before?.toldOutageSince ?? null);
}

async function announce(env: Env, { state, since, checkedAt, reason }: Watched): Promise<void> {
  try {
    await workosVerdict(env).announce({ state, since, checkedAt, reason });
  } catch (cause) {
    log.error('outage_verdict_not_announced', { cause: String(cause) });
  }
}

async function remembered(env: Env): Promise<ReadonlyMap<Target, Watched> | null> {
  try {
    return await readWatched(env.DB);
  } catch (cause) {
    log.error('health_records_unavailable', { cause: String(cause) });
    return null;
  }
}

function checkParts(env: Env): HealthCheckParts {
  const configuration = readConfiguration(env);
  const { WORKOS_API_URL, WORKOS_CLIENT_ID, WORKOS_API_KEY, WORKOS_DEADLINE_MS } = configuration;
  return {
    questions: workosQuestions(WORKOS_API_URL, WORKOS_CLIENT_ID, WORKOS_API_KEY),
    fetch: (...request) => fetch(...request),
    timeoutMs: Math.min(TIMEOUT_MS, 4 * WORKOS_DEADLINE_MS),
    clock: Date.now,
    random: Math.random,
    log,
  };
}
