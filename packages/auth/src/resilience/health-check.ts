import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { resilientFetch } from './resilient-fetch.ts';
import type { RetrySchedule } from './schedule.ts';

export interface HealthCheckParts {
  /** What is asked for each target. */
  readonly questions: Readonly<Record<Target, Question>>;
  readonly fetch: typeof globalThis.fetch;
  /** For one target, repetitions included, in ms. */
  readonly timeoutMs: number;
  readonly schedule?: RetrySchedule;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
}

export interface Question {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/** What of WorkOS is looked at: signing in and renewing sessions needs the API, recognising people the keys. */
export const TARGETS = ['workos-api', 'workos-keys'] as const;
export type Target = (typeof TARGETS)[number];

export type Finding =
  | { readonly state: 'up' }
  /** `reason` is fit for an alert: nothing secret in it. */
  | { readonly state: 'down'; readonly reason: string };

/** The cheapest questions that WorkOS answers. */
export function workosQuestions(
  apiUrl: URL,
  clientId: string,
  apiKey: string,
): HealthCheckParts['questions'] {
  return {
    'workos-api': {
      url: new URL('/organizations?limit=1', apiUrl),
      headers: { Authorization: `Bearer ${apiKey}` },
    },
    'workos-keys': { url: new URL(`/sso/jwks/${clientId}`, apiUrl), headers: {} },
  };
}

/** Asks one target, with the background's patience: one lost packet is no outage. */
export async function checkTarget(target: Target, parts: HealthCheckParts): Promise<Finding> {
  const { questions, timeoutMs, schedule, clock, random, fetch, log } = parts;
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
  const { url, headers } = questions[target];
  try {
    return await judge(await ask(url, { headers }));
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
