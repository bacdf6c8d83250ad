import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { resilientFetch } from './resilient-fetch.ts';
import type { RetrySchedule } from './schedule.ts';

export interface HealthCheckParts {
  readonly apiUrl: URL;
  readonly clientId: string;
  readonly apiKey: string;
  readonly fetch: typeof globalThis.fetch;
  /** For one target, repetitions included, in ms. */
  readonly timeoutMs: number;
  readonly schedule?: RetrySchedule;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

/** What of WorkOS is looked at: signing in and renewing sessions needs the API, recognising people the keys. */
export const TARGETS = ['workos-api', 'workos-keys'] as const;
export type Target = (typeof TARGETS)[number];

export type Finding =
  | { readonly state: 'up' }
  /** `reason` is fit for an alert: nothing secret in it. */
  | { readonly state: 'down'; readonly reason: string };

/** Asks WorkOS the cheapest question there is, with the background's patience: one lost packet is no outage. */
export async function checkTarget(target: Target, parts: HealthCheckParts): Promise<Finding> {
  const { apiUrl, clientId, apiKey, timeoutMs, schedule, clock, random, fetch, log } = parts;
  const ask = resilientFetch({
    fetch,
    timeLeft: () => timeoutMs,
    verdict: () => Promise.resolve(null),
    attempted: () => undefined,
    ...(schedule === undefined ? {} : { schedule }),
    clock,
    random,
    log: { ...log, warn: () => undefined },
  });
  const path = target === 'workos-api' ? '/organizations?limit=1' : `/sso/jwks/${clientId}`;
  const headers = target === 'workos-api' ? { Authorization: `Bearer ${apiKey}` } : {};
  try {
    const response = await ask(new URL(path, apiUrl), { headers });
    return await judge(response);
  } catch {
    return { state: 'down', reason: 'no answer' };
  }
}

async function judge(response: Response): Promise<Finding> {
  if (!response.ok) {
    await response.body?.cancel();
    const hint = response.status === 401 ? ', our API key is not accepted' : '';
    return { state: 'down', reason: `HTTP ${response.status}${hint}` };
  }
  // A proxy's page of HTML is no answer of WorkOS.
  const said: unknown = await response.json().catch(() => null);
  return said === null ? { state: 'down', reason: 'no JSON in the answer' } : { state: 'up' };
}
